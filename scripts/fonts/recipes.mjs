// The four fonts: from which file each is cut, to which characters, and under which name.

import { commonHan, isHan, isHangul, level3 } from './characters.mjs'
import { chineseGlyphs } from './chinese-glyphs.mjs'

/** @typedef {import('./source-font.mjs').SourceFont} SourceFont */

/**
 * @typedef {object} Recipe
 * @property {string} role  the role of the font in a form
 * @property {string} family
 * @property {string} style
 * @property {number} weight
 * @property {FontSource} source
 * @property {(source: SourceFont, coverage: (role: string) => Set<number>) => Iterable<number>} characters  which of the
 *   source's characters to take; `coverage` gives those of a font built before
 * @property {(source: SourceFont) => Map<number, { advance: number, record: Buffer }>} replacements
 * @property {string} licence  file in fonts/LICENSES
 * @property {Map<number, string>} names  name records that the source lacks
 */

/**
 * @typedef {object} FontSource
 * @property {'npm' | 'debian'} registry
 * @property {string} package
 * @property {string} version
 * @property {string} file  inside the package
 * @property {string} sha256  of the file; glyph indexes below hold for this file only
 * @property {string} title  the font's own name, for the description
 */

const notoSerif = {
  registry: /** @type {const} */ ('npm'),
  package: '@expo-google-fonts/noto-serif-sc',
  version: '0.4.3',
}

/** @type {Recipe[]} */
export const recipes = [
  {
    role: 'song',
    family: 'Jixiao Song',
    style: 'Regular',
    weight: 400,
    source: {
      ...notoSerif,
      file: '400Regular/NotoSerifSC_400Regular.ttf',
      sha256: 'c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742',
      title: 'Noto Serif SC Regular 2.003',
    },
    characters: everythingChinese,
    replacements: (source) => chineseGlyphs(source, { tabularZero: 30465, dash: 44, stroke: 58, dot: 123 }),
    licence: 'OFL-noto-serif-sc.txt',
    names: new Map(),
  },
  {
    role: 'songBold',
    family: 'Jixiao Song',
    style: 'Bold',
    weight: 700,
    source: {
      ...notoSerif,
      file: '700Bold/NotoSerifSC_700Bold.ttf',
      sha256: '9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6',
      title: 'Noto Serif SC Bold 2.003',
    },
    characters: everythingCommon,
    replacements: (source) => chineseGlyphs(source, { tabularZero: 30465, dash: 60, stroke: 84, dot: 163 }),
    licence: 'OFL-noto-serif-sc.txt',
    names: new Map(),
  },
  {
    role: 'hei',
    family: 'Jixiao Hei',
    style: 'Medium',
    weight: 500,
    source: {
      registry: 'npm',
      package: '@expo-google-fonts/noto-sans-sc',
      version: '0.4.3',
      file: '500Medium/NotoSansSC_500Medium.ttf',
      sha256: 'b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a',
      title: 'Noto Sans SC Medium 2.004',
    },
    characters: everythingCommon,
    replacements: (source) => chineseGlyphs(source, { tabularZero: 30440, dash: 76, stroke: 72, dot: 150 }),
    licence: 'OFL-noto-sans-sc.txt',
    names: new Map(),
  },
  {
    role: 'rare',
    family: 'Jixiao Rare',
    style: 'Regular',
    weight: 400,
    source: {
      registry: 'debian',
      package: 'fonts-hanazono',
      version: '20170904-2.1',
      file: 'usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
      sha256: '829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c',
      title: 'HanaMinB 2017-09-04',
    },
    characters: (_, coverage) => rareCharacters(coverage('song')),
    replacements: () => new Map(),
    licence: 'hanazono.txt',
    names: new Map([
      [0, 'Copyright (c) 2011, GlyphWiki Project (kamichi@fonts.jp). Created by GlyphWiki. (http://glyphwiki.org/)'],
      [13, 'This Font Software is licensed under the Hanazono Font License or the SIL Open Font License, Version 1.1.'],
      [14, 'https://openfontlicense.org'],
    ]),
  },
]

/** @param {SourceFont} source */
function everythingChinese(source) {
  return [...source.glyphOf.keys()].filter((codePoint) => !isHangul(codePoint))
}

/** @param {SourceFont} source */
function everythingCommon(source) {
  const common = commonHan()
  return everythingChinese(source).filter((codePoint) => !isHan(codePoint) || common.has(codePoint))
}

/** @param {Set<number>} song  what the body font has */
function rareCharacters(song) {
  return [...level3()].filter((codePoint) => !song.has(codePoint))
}
