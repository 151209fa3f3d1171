/** brackets: GB/T 15834-2011 on paired marks (4.8, 4.9, 4.15), and half-width marks where Chinese wants full-width ones. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { GAP } from '../model/reading.js'
import { excerptAt, shortList } from './excerpt.js'
import type { TextField } from './fields.js'
import { han, hasHan } from './han.js'
import { findUnbalanced } from './unbalanced.js'

// A straight quote behind a digit may be an inch sign.
const straightQuote = new RegExp(`(?<!\\d)"|(?<=${han})'|'(?=${han})`, 'gu')
/** A pair of brackets around a few words; a longer one is shown by its halves. */
const pair = /\([^()\n]{0,20}\)/g
const halfWidth = new RegExp(`(?<=${han}${GAP})[,;()](?=${GAP}${han})`, 'gu')

/** Up to three findings for a field, each naming the places. */
export const checkBrackets = ({ path, text }: TextField): readonly Diagnostic[] => {
  const unbalanced = findUnbalanced(text).map(({ mark, index }) => excerptAt(text, index, mark.length))
  const quotes = /["']/.test(text) && hasHan(text) ? placesOf(text, straightQuote) : []
  const marks = /[,;()]/.test(text) ? halfWidthIn(text) : []
  return [
    ...(unbalanced.length === 0 ? [] : [problem('brackets/unbalanced', path, { found: shortList(unbalanced) })]),
    ...(marks.length === 0 ? [] : [problem('brackets/half-width', path, { found: marks })]),
    ...(quotes.length === 0 ? [] : [problem('brackets/straight-quote', path, { found: quotes })]),
  ]
}

/** One half of a pair is as wrong as the other, also where only one of them stands between Chinese characters: both are shown. */
const halfWidthIn = (text: string): readonly string[] => {
  const pairs = new Map<number, readonly [start: number, length: number]>()
  for (const { 0: words, index } of text.matchAll(pair)) {
    for (const half of [index, index + words.length - 1]) pairs.set(half, [index, words.length])
  }
  return shortList(
    Array.from(text.matchAll(halfWidth), ({ index }) =>
      excerptAt(text, ...(pairs.get(index) ?? ([index, 1] as const))),
    ),
  )
}

const placesOf = (text: string, pattern: RegExp): readonly string[] =>
  shortList(Array.from(text.matchAll(pattern), ({ 0: mark, index }) => excerptAt(text, index, mark.length)))
