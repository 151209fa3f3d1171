import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import {
  type FormOptions,
  layoutForm,
  type Page,
  renderForm,
  type SigningPlace,
  type Template,
  toMillimetres,
} from '../../src/index.js'
import { mm } from '../../src/layout/length.js'
import { performanceTarget } from '../../templates/index.js'
import { sealPng } from '../images/make-png.js'
import { pageFaults } from '../support/page-faults.js'
import { readCells, textByPath } from '../support/page-text.js'
import { everySample, readSample } from './support/samples.js'

const SAMPLE = '04-small-business-upgrade.json'
const lay = (sample: string, options: FormOptions) => layoutForm(performanceTarget, readSample(sample), options)
const framed = ({ cells }: Page) => cells.filter((cell) => cell.framed)
const apart = (a: SigningPlace, b: { x: number; y: number; width: number; height: number }) =>
  a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height

describe.each(['final', 'public'] as const)('%s copies', (copy) => {
  it.each(everySample)(
    '%s in %s: sound pages, room for signatures below the frame and never on the grid',
    async (sample, template) => {
      const { pages, code } = await lay(sample, { template, copy })
      expect(pageFaults(pages)).toEqual([])
      const last = pages.at(-1) as Page
      expect(framed(last).length).toBeGreaterThan(0)
      const foot = Math.max(...framed(last).map(({ y, height }) => y + height))
      const block = (last.places ?? []).filter(({ kind }) => kind !== 'edgeSeal')
      expect(block.map(({ name }) => name)).toEqual(['responsible', 'handler', 'seal'])
      for (const { y, height } of block) {
        expect(y).toBeGreaterThan(foot)
        expect(y + height).toBeLessThanOrEqual(foot + mm(45))
      }
      expect(foot + mm(45)).toBeLessThanOrEqual(mm(297 - 20))
      for (const page of pages) {
        for (const place of page.places ?? []) expect(framed(page).every((cell) => apart(place, cell))).toBe(true)
        expect(
          readCells([page])
            .filter((cell) => cell.role === 'pageFoot')
            .map((cell) => cell.text),
        ).toContain(`验证码：${code}`)
      }
    },
  )

  it('say the same as the plain copy, but for what is masked', async () => {
    const [plain, other] = await Promise.all([lay(SAMPLE, {}), lay(SAMPLE, { copy })])
    expect(textByPath(other.pages)).toEqual(textByPath(plain.pages))
  })
})

describe('the seal', () => {
  it('has a circle of 42 mm over the date, which lies a little below its centre', async () => {
    const { pages } = await lay(SAMPLE, { copy: 'final' })
    const seal = pages.at(-1)?.places?.find(({ name }) => name === 'seal') as SigningPlace
    const date = readCells(pages).find((cell) => cell.path === 'signature.filledAt')
    expect(date?.text).toBe('填报日期：2023年1月19日')
    const run = pages.at(-1)!.runs.find((one) => one.text.includes('填报日期')) as Page['runs'][number]
    expect([seal.width, seal.height]).toEqual([mm(42), mm(42)])
    expect(run.x).toBeGreaterThan(seal.x - mm(5))
    const below = run.baseline - (seal.y + seal.height / 2)
    expect(below).toBeGreaterThan(0)
    expect(below).toBeLessThan(mm(10))
  })

  it('is told in millimetres, with its page', async () => {
    const { pages } = await lay(SAMPLE, { copy: 'final' })
    const last = toMillimetres(pages).at(-1)
    expect(last?.number).toBe(2)
    expect(last?.places?.find(({ name }) => name === 'seal')).toMatchObject({
      label: '公章',
      kind: 'seal',
      x: 150,
      width: 42,
      height: 42,
      part: 1,
      parts: 1,
    })
  })

  it('over the edges of all pages has a slice on each, in the margin', async () => {
    const { pages } = await lay('15-long-narratives.json', { copy: 'final' })
    const slices = pages.flatMap((page) => page.places?.filter(({ kind }) => kind === 'edgeSeal') ?? [])
    expect(slices.map(({ part }) => part)).toEqual(pages.map(({ number }) => number))
    for (const { x, width, height, parts } of slices) {
      expect(x + width).toBe(mm(210))
      expect(width).toBeLessThanOrEqual(mm(12))
      expect(height).toBe(width * parts)
      expect(height).toBeLessThanOrEqual(mm(42))
    }
  })

  it('is drawn only where the caller gives a picture, and hides no word: pictures lie beneath the text', async () => {
    const bare = await lay(SAMPLE, { copy: 'final' })
    expect(bare.pages.flatMap(({ marks }) => marks ?? []).every(({ kind }) => kind === 'qr')).toBe(true)
    const images = { seal: { bytes: sealPng() }, edgeSeal: { bytes: sealPng() } }
    const { pdf, pages } = await renderForm(performanceTarget, readSample(SAMPLE), { copy: 'final', images })
    expect(pages.flatMap(({ marks }) => marks ?? []).filter(({ kind }) => kind === 'picture').length).toBe(3)
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Subtype \/Image/g)?.length,
    ).toBe(4)
  })

  it('is none where a place is called as something that every object has', async () => {
    const { signing, ...template } = performanceTarget.templates['yangquan-2023'] as Template
    if (signing === undefined) throw new Error('no signing')
    const places = signing.places.map((place) => (place.name === 'seal' ? { ...place, name: 'constructor' } : place))
    const form = { ...performanceTarget, templates: { own: { ...template, signing: { ...signing, places } } } }
    const { pages } = await layoutForm({ ...form, defaultTemplate: 'own' }, readSample(SAMPLE), { copy: 'final' })
    expect(pages.at(-1)?.places?.map(({ name }) => name)).toContain('constructor')
    expect(pages.flatMap(({ marks }) => marks ?? []).every(({ kind }) => kind === 'qr')).toBe(true)
  })

  it('of no place of the template is refused with those it has', async () => {
    const refused = lay(SAMPLE, { copy: 'final', images: { stamp: { bytes: sealPng() } } })
    await expect(refused).rejects.toThrow('responsible、handler、seal、edgeSeal')
  })

  it.each(['plain', 'draft'] as const)('has no place on a %s copy', async (copy) => {
    await expect(lay(SAMPLE, { copy, images: { seal: { bytes: sealPng() } } })).rejects.toThrow('只用于final和public')
  })
})

describe('the QR code', () => {
  it('reads as the verification code', async () => {
    const { pages, code } = await lay(SAMPLE, { copy: 'final' })
    for (const page of pages) {
      const mark = page.marks?.find(({ kind }) => kind === 'qr')
      if (mark?.kind !== 'qr') throw new Error('no QR code')
      expect(mark.text).toBe(code)
      expect(decodeQR(raster(mark.modules))).toBe(code)
      expect(mark.width % mark.modules.length).toBe(0)
      expect(mark.y + mark.height).toBeLessThan(mm(297 - 6))
    }
  })

  /** Black and white, five pixels a module, with the quiet zone of four modules. */
  const raster = (modules: readonly string[]) => {
    const side = 5 * (modules.length + 8)
    const data = new Uint8Array(4 * side * side)
    for (let at = 0; at < side * side; at++) {
      const [row, column] = [Math.floor(at / side / 5) - 4, Math.floor((at % side) / 5) - 4]
      data.set(modules[row]?.[column] === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255], 4 * at)
    }
    return { width: side, height: side, data }
  }
})

describe('a draft', () => {
  it('is the plain copy with a watermark, without proof', async () => {
    const [plain, draft] = await Promise.all([lay(SAMPLE, {}), lay(SAMPLE, { copy: 'draft' })])
    expect(draft.pages.map(({ marks: _, ...page }) => page)).toEqual(plain.pages)
    expect(draft.pages.flatMap(({ marks }) => marks?.map(({ kind }) => kind))).toEqual(
      plain.pages.map(() => 'watermark'),
    )
    expect(draft.code).toBeUndefined()
    const { pdf } = await renderForm(performanceTarget, readSample(SAMPLE), { copy: 'draft' })
    expect(Buffer.from(pdf).includes('/EmbeddedFile')).toBe(false)
  })
})

it('a template that came as JSON makes the same copies', async () => {
  const template = JSON.parse(JSON.stringify(performanceTarget.templates['yangquan-2023']))
  const [own, copied] = await Promise.all([lay(SAMPLE, { copy: 'final' }), lay(SAMPLE, { copy: 'final', template })])
  expect(copied).toEqual(own)
})

it('a template without words for copies prints final copies all the same', async () => {
  const { signing: _, proof: __, masking: ___, ...template } = performanceTarget.templates['yangquan-2023']!
  const { pages, code } = await lay(SAMPLE, { copy: 'final', template })
  expect(pageFaults(pages)).toEqual([])
  expect(pages.every(({ places }) => places?.length === 0)).toBe(true)
  expect(readCells(pages).filter((cell) => cell.text === `验证码：${code}`).length).toBe(pages.length)
})
