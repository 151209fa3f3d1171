/** A text field: any characters that can stand on paper. White space and line ends are kept as given. */
import * as z from 'zod'
import { codePointName } from '../diagnostics/visible.js'
import { addProblem } from './issue.js'

/** Longest field, in characters (code points). */
export const longestText = 100_000

// Controls but tab, LF, CR and NEL (U+0085); noncharacters (Unicode 23.7); and, below, lone surrogates.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u
const noncharacter =
  /[\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/u
const loneSurrogate = /\p{Cs}/u

const faults = [
  { key: 'text-control', pattern: control },
  { key: 'text-surrogate', pattern: loneSurrogate },
  { key: 'text-noncharacter', pattern: noncharacter },
] as const

/** Text; the empty string is a blank field. Refuses what has no place on paper, each kind at its first place. */
export const text = () => anyText

const refineText = (value: string, ctx: z.core.$RefinementCtx): void => {
  const count = value.length > longestText ? countCharacters(value) : 0
  if (count > longestText) addProblem(ctx, 'text-too-long', { count, limit: longestText })
  for (const { key, pattern } of faults) {
    const found = pattern.exec(value)
    if (found === null) continue
    const position = countCharacters(value.slice(0, found.index)) + 1
    addProblem(ctx, key, { character: codePointName(found[0].codePointAt(0) ?? 0), position })
  }
}

const countCharacters = (value: string): number => {
  let count = 0
  for (const _ of value) count += 1
  return count
}

/** One schema for all fields: it never changes, and making one for each would take a fresh process longer than parsing a form. */
const anyText = z.string().superRefine(refineText)
