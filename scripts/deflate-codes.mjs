// npm run build && node scripts/deflate-codes.mjs: counts what the streams of the sample forms are made of and writes
// src/kernel/code-lengths.ts. To be run again only when outlines or operators change much: the bytes of every PDF depend
// on it. What is taken for a match does not depend on the code, so one run is enough, whatever the code is now.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { readJson, renderForm } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'
import { CODE_LENGTHS } from '../dist/src/kernel/code-lengths.js'
import { deflate } from '../dist/src/kernel/deflate.js'

/** @typedef {{ bytes: Uint8Array, at: number }} Bits  `at` is the next bit */

/** No code is longer: twelve bits are enough for what stands once in four thousand bytes. */
const longest = 12
const samples = new URL('../templates/performance-target/samples/', import.meta.url)
const target = new URL('../src/kernel/code-lengths.ts', import.meta.url)

const END_OF_BLOCK = 256
const FIRST_LENGTH = 257
/** Extra bits of the symbols of match lengths and of distances (RFC 1951, 3.2.5). */
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3]
const distanceExtra = [0, 0, ...Array.from({ length: 28 }, (_, at) => at >> 1)]

const literalLengths = bitsOf(CODE_LENGTHS.fonts.literals)
const distanceLengths = bitsOf(CODE_LENGTHS.fonts.distances)
const literalSymbols = canonicalSymbols(literalLengths)
const distanceSymbols = canonicalSymbols(distanceLengths)

const streams = await printSamples()
const lines = Object.entries(streams).map(([kind, all]) => `  ${kind}: ${codeOf(all)},\n`)
writeFileSync(
  target,
  `/** Written by \`scripts/deflate-codes.mjs\`: bits of the code of each symbol, a letter each (\`a\` is one bit). */
export const CODE_LENGTHS = {
${lines.join('')}} as const
`,
)

async function printSamples() {
  /** @type {Record<'fonts' | 'pages' | 'maps', Uint8Array[]>} */
  const found = { fonts: [], pages: [], maps: [] }
  for (const file of readdirSync(samples)) {
    const data = /** @type {any} */ (readJson(readFileSync(new URL(file, samples))))
    for (const template of Object.keys(performanceTarget.templates)) {
      const { pdf } = await renderForm(performanceTarget, data, { template })
      collectStreams(Buffer.from(pdf), found)
    }
  }
  return found
}

/** @param {Buffer} pdf @param {Record<'fonts' | 'pages' | 'maps', Uint8Array[]>} found */
function collectStreams(pdf, found) {
  const text = pdf.toString('latin1')
  for (const match of text.matchAll(/<<([^<>]*\/Filter \/FlateDecode[^<>]*)>>\nstream\n/g)) {
    const start = match.index + match[0].length
    const length = Number(/\/Length (\d+)/.exec(match[1] ?? '')?.[1])
    const bytes = inflateSync(pdf.subarray(start, start + length))
    const isMap = bytes.includes('begincmap')
    found[match[1]?.includes('/Length1') ? 'fonts' : isMap ? 'maps' : 'pages'].push(bytes)
  }
}

/** @param {Uint8Array[]} all */
function codeOf(all) {
  // Once more than found: every symbol needs a code, though none of the samples has it.
  const literals = literalLengths.map(() => 1)
  const distances = distanceLengths.map(() => 1)
  for (const bytes of all) countSymbols(deflate(bytes, 'fonts'), literals, distances)
  return `{\n    literals:\n      '${bestLengths(literals)}',\n    distances: '${bestLengths(distances)}',\n  }`
}

/** @param {Uint8Array} stream in the code of fonts @param {number[]} literals @param {number[]} distances */
function countSymbols(stream, literals, distances) {
  const declared = literalLengths.length + distanceLengths.length
  // Behind the zlib header, the head of the block with 19 lengths of three bits, and code lengths of four bits each.
  const bits = { bytes: stream, at: 16 + 17 + 19 * 3 + 4 * declared }
  for (let symbol = -1; symbol !== END_OF_BLOCK; ) {
    symbol = readSymbol(bits, literalSymbols)
    literals[symbol] = (literals[symbol] ?? 0) + 1
    if (symbol < FIRST_LENGTH) continue
    bits.at += lengthExtra[symbol - FIRST_LENGTH] ?? 0
    const distance = readSymbol(bits, distanceSymbols)
    distances[distance] = (distances[distance] ?? 0) + 1
    bits.at += distanceExtra[distance] ?? 0
  }
}

/** @param {string} letters */
function bitsOf(letters) {
  return Array.from(letters, (letter) => letter.charCodeAt(0) - 0x60)
}

/** Symbols by `length code`. @param {readonly number[]} lengths */
function canonicalSymbols(lengths) {
  const found = new Map()
  let code = 0
  for (let bits = 1; bits < 16; bits++, code <<= 1) {
    for (const [symbol, length] of lengths.entries()) if (length === bits) found.set(`${bits} ${code++}`, symbol)
  }
  return found
}

/** @param {Bits} bits @param {Map<string, number>} symbols */
function readSymbol(bits, symbols) {
  let code = 0
  for (let length = 1; length < 16; length++) {
    code = 2 * code + (((bits.bytes[bits.at >> 3] ?? 0) >> (bits.at & 7)) & 1)
    bits.at++
    const symbol = symbols.get(`${length} ${code}`)
    if (symbol !== undefined) return symbol
  }
  throw new Error('no such code')
}

/**
 * The best code lengths within the limit (Larmore and Hirschberg, package-merge), a letter each.
 * @param {number[]} counts
 */
function bestLengths(counts) {
  const single = counts.map((weight, symbol) => ({ weight, symbols: [symbol] })).sort((a, b) => a.weight - b.weight)
  let packages = single
  for (let level = 1; level < longest; level++) {
    const pairs = []
    for (let at = 0; at + 1 < packages.length; at += 2) {
      const [first, second] = [packages[at], packages[at + 1]]
      if (first && second) {
        pairs.push({ weight: first.weight + second.weight, symbols: [...first.symbols, ...second.symbols] })
      }
    }
    packages = [...single, ...pairs].sort((a, b) => a.weight - b.weight)
  }
  const lengths = counts.map(() => 0)
  for (const { symbols } of packages.slice(0, 2 * counts.length - 2)) {
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1
  }
  return lengths.map((length) => String.fromCharCode(0x60 + length)).join('')
}
