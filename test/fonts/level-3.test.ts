/** Every character of GB 18030-2022 level 3, which products for government must print, through a PDF and back. */
import { describe, expect, test } from 'vitest'
import { openFontBook } from '../../src/fonts/font-book.js'
import { paintPages } from '../../src/paint/paint-pages.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import { fakePage } from '../paint/fake-pages.js'
import { hasProgram, pdfJsText, pdfText, withoutSpace } from '../paint/read-back.js'

/** GB 18030-2022, 9.4: the ideographs of level 3, 〇 and the 214 radicals. */
const LEVEL_3 = [
  ['〇', 0x3007, 0x3007],
  ['radicals', 0x2f00, 0x2fd5],
  ['basic block', 0x4e00, 0x9fef],
  ['extension A', 0x3400, 0x4db5],
  ['extension B', 0x20000, 0x2a6d6],
  ['extension C', 0x2a700, 0x2b734],
  ['extension D', 0x2b740, 0x2b81d],
  ['extension E', 0x2b820, 0x2cea1],
  ['extension F', 0x2ceb0, 0x2ebe0],
] as const

/** Unified ideographs of the compatibility block. */
const COMPATIBLE = '﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩'

const CHARACTERS = [
  ...LEVEL_3.flatMap(([, start, end]) =>
    Array.from({ length: end - start + 1 }, (_, index) => String.fromCodePoint(start + index)),
  ),
  ...COMPATIBLE,
]

const PER_LINE = 40
const PER_PAGE = 50 * PER_LINE
const PER_DOCUMENT = 15_000

const chunks = (characters: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size),
  )

const book = openFontBook({ shipped: shippedFonts() })
const hasPoppler = hasProgram('pdftotext')

const print = (characters: readonly string[]): Promise<Uint8Array> => {
  const pages = chunks(characters, PER_PAGE).map((page, index) =>
    fakePage(
      book,
      chunks(page, PER_LINE).map((line) => line.join('')),
      { rules: false },
      index + 1,
    ),
  )
  return paintPages(pages, book, { title: '第3级', language: 'zh-CN', creator: 'test' })
}

/** Characters that did not come back in their place, as U+ numbers: a string of 15,000 in a diff helps nobody. */
const lost = (text: string, characters: readonly string[]): string[] => {
  const read = Array.from(withoutSpace(text))
  return characters.flatMap((character, index) =>
    read[index] === character ? [] : [`U+${character.codePointAt(0)?.toString(16)} → ${read[index]}`],
  )
}

test('there are 88,102', () => expect(CHARACTERS).toHaveLength(88_102))

describe.each(chunks(CHARACTERS, PER_DOCUMENT).map((characters, index) => ({ index, characters })))(
  'document $index',
  ({ characters }) => {
    test('comes back whole', { timeout: 60_000 }, async () => {
      const pdf = await print(characters)
      expect(lost((await pdfJsText(pdf)).join(''), characters)).toEqual([])
      if (hasPoppler) expect(lost(pdfText(pdf), characters)).toEqual([])
    })
  },
)
