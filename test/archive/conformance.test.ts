import { beforeAll, describe, expect, test } from 'vitest'
import type { Picture } from '../../src/images/image.js'
import { mm } from '../../src/layout/length.js'
import type { Mark, Page } from '../../src/layout/page.js'
import { hasProgram, run } from '../paint/read-back.js'
import {
  ACCESSIBLE,
  layOut,
  longForm,
  parseSample,
  print,
  readSample,
  samples,
  variants,
  withData,
} from './print-archived.js'
import { judge, withVeraPdf } from './verapdf.js'

const TITLE = '项目 & <绩效> "目标" \'表\' ]]> (丁) \\ 𠮷 💰'

/** A grey disc that fades out, as a seal on a transparent ground does. */
const seal: Picture = {
  file: new Uint8Array(),
  width: 8,
  height: 8,
  samples: {
    kind: 'pixels',
    components: 3,
    colour: Uint8Array.from({ length: 192 }, (_, at) => (at % 3 === 0 ? 200 : 20)),
    alpha: Uint8Array.from({ length: 64 }, (_, at) => 4 * at),
  },
}

/** A seal on the last page, an edge seal over all, a QR code. */
const sealed = (pages: readonly Page[]): readonly Page[] =>
  pages.map((page, index) => {
    const square = { y: mm(200), width: mm(40), height: mm(40) }
    const edge = {
      kind: 'picture',
      place: 'edge',
      label: '骑缝章',
      x: mm(200),
      ...square,
      width: mm(10),
      part: index + 1,
      parts: pages.length,
    } as const
    const own = { kind: 'picture', place: 'seal', label: '公章', x: mm(100), ...square, part: 1, parts: 1 } as const
    const qr = { kind: 'qr', text: 'x', x: mm(20), ...square, modules: ['101', '010', '111'] } as const
    const marks: readonly Mark[] = [qr, edge, ...(index === pages.length - 1 ? [own] : [])]
    return { ...page, marks }
  })

/** Documents by name, with their data inside and without. */
const withFile = new Map<string, Uint8Array>()
const withoutFile = new Map<string, Uint8Array>()
const PICTURES = { seal, edge: seal }

async function printBoth(
  name: string,
  pages: readonly Page[],
  file: Uint8Array,
  title = ACCESSIBLE.title,
): Promise<void> {
  withFile.set(name, await print(pages, { ...withData(file), title }, PICTURES))
  withoutFile.set(name, await print(pages, { ...ACCESSIBLE, title }, PICTURES))
}

beforeAll(async () => {
  for (const sample of samples) {
    for (const variant of variants) {
      await printBoth(`${sample} ${variant}`, await layOut(parseSample(sample), variant), readSample(sample))
    }
  }
  const [sample = ''] = samples
  await printBoth(
    'title',
    await layOut(parseSample(sample), 'yangquan-2023', TITLE.replace('💰', '')),
    readSample(sample),
    TITLE,
  )
  const long = await layOut(longForm(), 'yangquan-2023')
  expect(long.length).toBeGreaterThanOrEqual(40)
  withFile.set('40 pages', await print(long, withData(readSample(sample))))
  await printBoth(
    'sealed',
    sealed(await layOut(parseSample('03-smart-education.json'), 'yangquan-2023')),
    readSample(sample),
  )
})

withVeraPdf('veraPDF', () => {
  const failures = async (pdfs: ReadonlyMap<string, Uint8Array>, expected: readonly string[]): Promise<unknown[]> =>
    [...(await judge(pdfs))].filter(([, verdicts]) => JSON.stringify(verdicts) !== JSON.stringify(expected))

  test('PDF/A-3u and PDF/UA-1, with the data inside', async () =>
    expect(await failures(withFile, ['PASS 3u', 'PASS ua1'])).toEqual([]))
  test('PDF/A-2u and PDF/UA-1', async () => expect(await failures(withoutFile, ['PASS 2u', 'PASS ua1'])).toEqual([]))
  test('is really asked: a broken promise is found', async () => {
    const [pdf = new Uint8Array()] = withoutFile.values()
    const unmarked = Buffer.from(Buffer.from(pdf).toString('latin1').replace('/Marked true', '/Marked null'), 'latin1')
    const verdicts = await judge(new Map([['unmarked', unmarked]]))
    expect(verdicts.get('unmarked')).toEqual(['PASS 2u', expect.stringMatching(/^FAIL ua1 .*6\.2-1/)])
  })
})

describe.skipIf(!hasProgram('qpdf'))('qpdf', () => {
  test('finds no fault', () => {
    for (const pdf of [...withFile.values(), ...withoutFile.values()])
      expect(run('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax')
  })
})
