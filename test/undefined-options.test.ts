/** Callers hand on what they may not have: an option that is undefined is one that was not given, for the compiler as well. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import {
  type BookOptions,
  type FormOptions,
  type ManyOptions,
  type ManyResult,
  type RenderedForm,
  renderBook,
  renderForm,
  type UserFont,
  type UserImage,
  type VerifyOptions,
  verifyCopy,
} from '../src/index.js'
import { formJob, jobId } from '../src/queue/form-job.js'
import type { FormWorkerOptions, QueueOptions } from '../src/queue/index.js'
import type { PemKey, Pkcs12Key, ReservedField, SignOptions } from '../src/sign/index.js'
import { signPdf } from '../src/sign/index.js'
import type { RenderOptions, TestFormOptions } from '../src/testing/index.js'
import { renderPages } from '../src/testing/index.js'
import type { PageSnapshotOptions } from '../src/testing/vitest.js'
import { performanceTarget } from '../templates/index.js'
import { form } from './book/make-book.js'
import { type Built, build } from './many/built.js'
import { withJudge } from './sign/judges.js'
import { makeKey, now, signerOf } from './sign/keys.js'

type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T]

/** Every option of `T` that need not be given, given as undefined. */
type Ungiven<T> = { readonly [K in OptionalKey<T>]: undefined }

const formOptions = {
  template: undefined,
  creationDate: undefined,
  fonts: undefined,
  title: undefined,
  today: undefined,
  strict: undefined,
  copy: undefined,
  drop: undefined,
  images: undefined,
  attachData: undefined,
} satisfies Ungiven<FormOptions>

const bookOptions = {
  template: undefined,
  creationDate: undefined,
  fonts: undefined,
  title: undefined,
  today: undefined,
  strict: undefined,
  copy: undefined,
  duplex: undefined,
  gutter: undefined,
  signal: undefined,
  onForm: undefined,
} satisfies Ungiven<BookOptions>

const signOptions = {
  field: undefined,
  name: undefined,
  reason: undefined,
  place: undefined,
  certify: undefined,
  reserve: undefined,
  fonts: undefined,
} satisfies Ungiven<SignOptions>

const data = form('062001', '市财政局', '供热补贴')
const seal = readFileSync(new URL('../templates/performance-target/page.png', import.meta.url))

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const hashOf = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return hash(Buffer.concat(all))
}

describe('an option that is undefined', () => {
  it('leaves the bytes of a form as they are', async () => {
    const { pdf } = await renderForm(performanceTarget, data)
    expect(hash((await renderForm(performanceTarget, data, formOptions)).pdf)).toBe(hash(pdf))
  })

  it('leaves the bytes of a final copy as they are, and verifies as it does', async () => {
    const { pdf, code } = await renderForm(performanceTarget, data, { copy: 'final' })
    expect(hash((await renderForm(performanceTarget, data, { ...formOptions, copy: 'final' })).pdf)).toBe(hash(pdf))
    expect((await verifyCopy(pdf, { expectedCode: code, forms: undefined, fonts: undefined })).verdict).toBe(
      'reproduced',
    )
  })

  it('leaves the bytes of a book as they are, also where a book has no such option', async () => {
    const expected = await hashOf(renderBook(performanceTarget, [data]))
    const given = { ...formOptions, ...bookOptions }
    expect(await hashOf(renderBook(performanceTarget, [data], given))).toBe(expected)
  })

  it('leaves the id of a job as it is', () => {
    const { fonts: _, ...options } = formOptions
    expect(jobId(formJob(performanceTarget, data, options))).toBe(jobId(formJob(performanceTarget, data)))
  })

  it('is refused of a font or a picture only where nothing else was given', async () => {
    const fonts = { song: { path: undefined, bytes: undefined, face: undefined } satisfies Ungiven<UserFont> }
    await expect(renderForm(performanceTarget, data, { fonts })).rejects.toThrow('path')
    const images = { seal: { path: undefined, bytes: seal } satisfies Record<keyof UserImage, unknown> }
    await expect(renderForm(performanceTarget, data, { copy: 'final', images })).rejects.toThrow('seal')
  })

  it('draws the pages as they are', async () => {
    const { pdf } = await renderForm(performanceTarget, data)
    const options = { dpi: undefined, pages: undefined } satisfies Ungiven<RenderOptions>
    const pixels = async (given?: RenderOptions): Promise<readonly string[]> =>
      (await renderPages(pdf, given)).map(({ data: samples }) => hash(samples))
    expect(await pixels(options)).toEqual(await pixels())
  })

  it('may be given wherever an option may be left out', () => {
    expectTypeOf<Ungiven<VerifyOptions>>().toExtend<VerifyOptions>()
    expectTypeOf<Ungiven<ManyOptions>>().toExtend<ManyOptions>()
    expectTypeOf<Ungiven<TestFormOptions>>().toExtend<TestFormOptions>()
    expectTypeOf<Ungiven<PageSnapshotOptions>>().toExtend<PageSnapshotOptions>()
    expectTypeOf<Ungiven<QueueOptions>>().toExtend<Omit<QueueOptions, 'connection'>>()
    expectTypeOf<Ungiven<FormWorkerOptions>>().toExtend<Omit<FormWorkerOptions, 'connection' | 'store' | 'forms'>>()
    expectTypeOf<Ungiven<PemKey>>().toExtend<Omit<PemKey, 'key' | 'certificates'>>()
    expectTypeOf<Ungiven<Pkcs12Key>>().toExtend<Omit<Pkcs12Key, 'file' | 'password'>>()
    expectTypeOf<Ungiven<ReservedField>>().toExtend<Omit<ReservedField, 'field'>>()
  })
})

describe('in the threads', () => {
  let built: Built
  beforeAll(async () => {
    built = await build()
  })
  afterAll(() => built.remove())

  it('an option that is undefined leaves the bytes as they are', async () => {
    const options = {
      ...formOptions,
      concurrency: undefined,
      ordered: undefined,
      signal: undefined,
    } satisfies Ungiven<ManyOptions>
    const { pdf } = await renderForm(performanceTarget, data)
    const results = built.library.renderMany(built.templates.performanceTarget, [data], options)
    for await (const result of results) expect(result.kind === 'rendered' && hash(result.pdf)).toBe(hash(pdf))
    expect.assertions(1)
  })
})

withJudge('openssl', 'signPdf', () => {
  it('leaves the bytes as they are where an option is undefined', async () => {
    const { pdf } = await renderForm(performanceTarget, data)
    const signing = { signer: signerOf(makeKey('rsa', '张三')), time: now() }
    expect(hash(await signPdf(pdf, { ...signing, ...signOptions }))).toBe(hash(await signPdf(pdf, signing)))
  })
})

describe('the bytes that are given back', () => {
  it('are what Response and Blob take', async () => {
    const { pdf } = await renderForm(performanceTarget, data)
    expectTypeOf<RenderedForm['pdf']>().toEqualTypeOf<Uint8Array<ArrayBuffer>>()
    expectTypeOf<Extract<ManyResult, { kind: 'rendered' }>['pdf']>().toEqualTypeOf<Uint8Array<ArrayBuffer>>()
    expect(pdf.buffer).toBeInstanceOf(ArrayBuffer)
    expect(pdf.byteLength).toBe(pdf.buffer.byteLength)
    expect(new Blob([pdf]).size).toBe(pdf.length)
  })
})
