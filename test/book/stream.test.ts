/** A book as a stream: what is taken when, what a faulty record does, and that the bytes depend on nothing but the data. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BookResult, defineForm, FormError, renderBook } from '../../src/index.js'
import type { PerformanceTargetInput } from '../../templates/index.js'
import { performanceTarget } from '../../templates/index.js'
import { hasProgram, run } from '../paint/read-back.js'
import { form, makeBook, mixedForms } from './make-book.js'
import { readBook } from './read-book.js'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const refusal = async (made: Promise<unknown>): Promise<FormError> => {
  const error = await made.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FormError)) throw new Error(`no FormError but ${String(error)}`)
  return error
}
const codesOf = ({ kind, diagnostics }: FormError): readonly string[] => [
  kind,
  ...diagnostics.map(({ code, facts }) => `${code} ${String(facts['option'] ?? '')}`.trim()),
]

describe('the pieces of a book', () => {
  it('are taken as a file by writeFile', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jixiao-book-'))
    try {
      await writeFile(join(folder, 'book.pdf'), renderBook(performanceTarget, mixedForms))
      expect(sha256(readFileSync(join(folder, 'book.pdf')))).toBe(sha256((await makeBook(mixedForms)).pdf))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('are the same for the same data, whoever hands it over and however', async () => {
    const [first, second] = [await makeBook(mixedForms), await makeBook(mixedForms)]
    const texts = mixedForms.map((one) => new TextEncoder().encode(JSON.stringify(one)))
    async function* slowly(): AsyncGenerator<Uint8Array> {
      for (const text of texts) {
        await new Promise((resolve) => setImmediate(resolve))
        yield text
      }
    }
    expect(second.pieces.map(sha256)).toEqual(first.pieces.map(sha256))
    expect(sha256((await makeBook(slowly())).pdf)).toBe(sha256(first.pdf))
  })

  it('leave the data as it was', async () => {
    const given = structuredClone(mixedForms)
    await makeBook(given)
    expect(given).toEqual(mixedForms)
  })

  it('are asked for one by one: a record is taken only when the piece before it was', async () => {
    let taken = 0
    function* records(): Generator<PerformanceTargetInput> {
      for (const one of mixedForms) {
        taken += 1
        yield one
      }
    }
    const book = renderBook(performanceTarget, records())
    expect(taken).toBe(0)
    for (let pieces = 1; pieces <= 3; pieces++) {
      expect((await book.next()).done).toBe(false)
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(taken).toBe(pieces)
    }
    await book.return(undefined as never)
    expect(taken).toBe(3)
  })

  it('close the source where they are no longer wanted', async () => {
    let closed = false
    function* records(): Generator<PerformanceTargetInput> {
      try {
        yield* mixedForms
      } finally {
        closed = true
      }
    }
    for await (const piece of renderBook(performanceTarget, records())) {
      expect(piece.length).toBeGreaterThan(0)
      break
    }
    expect(closed).toBe(true)
  })

  it('end with the reason of the signal', async () => {
    const stop = new AbortController()
    const pieces = renderBook(performanceTarget, mixedForms, { signal: stop.signal })
    await pieces.next()
    stop.abort(new Error('enough'))
    await expect(pieces.next()).rejects.toThrow('enough')
    await expect(makeBook(mixedForms, { signal: stop.signal })).rejects.toThrow('enough')
  })
})

describe('a signal that a timer gives', () => {
  const records = Array.from({ length: 200 }, (_, index) => form('1', '局', `第${index}份`))

  it('is heard among records in memory, long before their end', async () => {
    const stop = new AbortController()
    let printed = 0
    const onForm = (): void => {
      if (++printed === 5) setTimeout(() => stop.abort(new Error('enough')), 0)
    }
    await expect(makeBook(records, { signal: stop.signal, onForm })).rejects.toThrow('enough')
    expect(printed).toBeLessThan(50)
  })

  it('is heard while the book is bound', async () => {
    const stop = new AbortController()
    const onForm = ({ index }: BookResult): void => {
      if (index === records.length - 1) setImmediate(() => setTimeout(() => stop.abort(new Error('enough')), 0))
    }
    await expect(makeBook(records, { signal: stop.signal, onForm })).rejects.toThrow('enough')
  })
})

describe('a source that hangs', () => {
  it('is waited for no longer than the signal says', async () => {
    const stop = new AbortController()
    async function* records(): AsyncGenerator<PerformanceTargetInput> {
      yield form('1', '局', '甲')
      await new Promise(() => undefined)
    }
    const pieces = renderBook(performanceTarget, records(), { signal: stop.signal })
    expect((await pieces.next()).done).toBe(false)
    const waiting = pieces.next()
    stop.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
  })

  it('is no more waited for than whoever is told of a record', async () => {
    const controller = new AbortController()
    const onForm = (): Promise<void> => {
      setTimeout(() => controller.abort(new Error('enough')), 20)
      return new Promise<void>(() => undefined)
    }
    await expect(makeBook(mixedForms, { signal: controller.signal, onForm })).rejects.toThrow('enough')
  })

  it('that fails ends the book with its own error', async () => {
    async function* records(): AsyncGenerator<PerformanceTargetInput> {
      yield form('1', '局', '甲')
      throw new Error('the line is cut')
    }
    await expect(makeBook(records(), { signal: new AbortController().signal })).rejects.toThrow('the line is cut')
  })
})

describe('a record that cannot be printed', () => {
  const faulty = { ...form('1', '局', '坏'), fiscalYear: 'two' } as unknown as PerformanceTargetInput
  const records = [form('1', '局', '甲'), faulty, form('1', '局', '乙')]

  it('ends the book with its error where nobody is told of it', async () => {
    expect(codesOf(await refusal(makeBook(records)))).toEqual(['data', 'wrong-type'])
  })

  it('is told of, in the order of the records, and the rest is bound', async () => {
    const results: BookResult[] = []
    const { summary, pdf } = await makeBook(records, {
      onForm: (result) => {
        results.push(result)
      },
    })
    expect(results.map(({ kind, index }) => [kind, index])).toEqual([
      ['printed', 0],
      ['failed', 1],
      ['printed', 2],
    ])
    const [first, second] = results
    expect(first).toMatchObject({ kind: 'printed', pageCount: 1 })
    expect(second?.kind === 'failed' && second.error.diagnostics[0]?.path).toBe('fiscalYear')
    expect(summary).toMatchObject({ formCount: 2, failedCount: 1, entries: [{ index: 0 }, { index: 2 }] })
    expect(readBook(pdf).outline[0]?.items.map(({ title }) => title)).toEqual(['甲', '乙'])
  })

  it('may be a text that is no JSON, a finding where the book is strict, or a form whose own function throws', async () => {
    const bytes = new TextEncoder().encode('{"form":')
    const kinds = async (
      one: PerformanceTargetInput | Uint8Array,
      options = {},
      of = performanceTarget,
    ): Promise<string[]> => {
      const found: string[] = []
      const onForm = (result: BookResult): void => {
        found.push(result.kind === 'failed' ? (result.error.diagnostics[0]?.code ?? '') : result.kind)
      }
      for await (const piece of renderBook(of, [one, form('1', '局', '甲')], { ...options, onForm }))
        expect(piece).toBeDefined()
      return found
    }
    expect(await kinds(bytes)).toEqual(['json-syntax', 'printed'])
    const unpaid = { ...form('1', '局', ''), implementingUnit: '' }
    expect(await kinds(unpaid, { strict: true })).toEqual(['required', 'printed'])
    let calls = 0
    const fragile = defineForm({
      ...performanceTarget,
      checks: () => {
        if (calls++ === 0) throw new TypeError('oops')
        return []
      },
    })
    expect(await kinds(form('1', '局', '乙'), {}, fragile)).toEqual(['internal', 'printed'])
  })

  it('is not waited for by the next while it is being told of', async () => {
    const order: string[] = []
    await makeBook(mixedForms.slice(0, 2), {
      onForm: async ({ index }) => {
        order.push(`begin ${index}`)
        await new Promise((resolve) => setTimeout(resolve, 5))
        order.push(`end ${index}`)
      },
    })
    expect(order).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1'])
  })
})

describe('what is refused before the first piece', () => {
  const onForm = (): void => undefined

  it('a book of nothing', async () => {
    expect(codesOf(await refusal(makeBook([])))).toEqual(['data', 'book-empty'])
    const faulty = { ...form('1', '局', '坏'), plan: 1 } as unknown as PerformanceTargetInput
    let pieces = 0
    const book = renderBook(performanceTarget, [faulty, faulty], { onForm })
    const error = await refusal(
      (async () => {
        for await (const piece of book) pieces += piece.length
      })(),
    )
    expect([pieces, ...codesOf(error)]).toEqual([0, 'data', 'book-empty'])
    expect(error.diagnostics[0]?.facts['failed']).toBe(2)
  })

  it.each([
    ['copy', { copy: 'final' }],
    ['copy', { copy: 'public' }],
    ['copy', { copy: 'other' }],
    ['images', { images: {} }],
    ['attachData', { attachData: true }],
    ['drop', { drop: [] }],
    ['duplex', { duplex: 'yes' }],
    ['gutter', { gutter: '5' }],
    ['gutter', { gutter: Number.NaN }],
    ['title', { title: ' ' }],
    ['creationDate', { creationDate: 'today' }],
    ['colour', { colour: true }],
    ['onForm', { onForm: 5 }],
    ['signal', { signal: {} }],
    ['options', null],
    ['options', 5],
  ])('option %s: %j', async (option, options) => {
    let taken = 0
    function* records(): Generator<PerformanceTargetInput> {
      taken += 1
      yield* mixedForms
    }
    expect(codesOf(await refusal(makeBook(records(), options as never)))).toEqual(['usage', `option-invalid ${option}`])
    expect(taken).toBe(0)
  })

  it.each([
    ['form-invalid', null, []],
    ['form-invalid', {}, []],
    ['records-invalid', performanceTarget, null],
    ['records-invalid', performanceTarget, 'abc'],
    ['records-invalid', performanceTarget, form('1', '局', '甲')],
  ])('%s', async (code, which, records) => {
    expect(codesOf(await refusal(renderBook(which as never, records as never).next()))).toEqual(['usage', code])
  })

  it.each([
    [9.1, false, '9'],
    [-1, false, '9'],
    [9.1, true, '9'],
    [1e9, true, '9'],
  ])('a gutter of %s that leaves less than 5 mm', async (gutter, duplex, most) => {
    const error = await refusal(makeBook(mixedForms, { gutter, duplex }))
    expect(codesOf(error)).toEqual(['usage', 'gutter-too-wide'])
    expect(String(error.diagnostics[0]?.facts['most'])).toBe(most)
  })

  it('but not one that leaves just that', async () => {
    expect((await makeBook(mixedForms.slice(0, 1), { gutter: 9, duplex: true })).summary.formCount).toBe(1)
  })

  it('a title that is higher than the cover, before a record is taken', async () => {
    let taken = 0
    function* records(): Generator<PerformanceTargetInput> {
      taken += 1
      yield* mixedForms
    }
    const title = `${'汇编\n'.repeat(30)}尾`
    expect(codesOf(await refusal(makeBook(records(), { title })))).toEqual(['usage', 'heading-unplaceable'])
    expect(taken).toBe(0)
  })

  it('a title that no font can print, a form that has no book, an unknown template, and no form at all', async () => {
    expect(codesOf(await refusal(makeBook(mixedForms, { title: '\u{30EDE}' })))).toEqual(['usage', 'character-missing'])
    const { book: _, ...bookless } = performanceTarget
    expect(codesOf(await refusal(renderBook(bookless, mixedForms).next()))).toEqual(['usage', 'form-bookless'])
    expect(codesOf(await refusal(makeBook(mixedForms, { template: 'nope', onForm })))).toEqual([
      'usage',
      'template-unknown',
    ])
    expect(codesOf(await refusal(renderBook(undefined as never, []).next()))).toEqual(['usage', 'form-invalid'])
  })
})

describe('the file', () => {
  it('is dated by the latest of its forms, never by the clock, and titled by the book', async () => {
    const early = {
      ...form('2', '局', '甲'),
      signature: { responsible: '', handler: '', phone: '', filledAt: '20230105' },
    }
    const late = { ...early, signature: { ...early.signature, filledAt: '2023-02-03T04:05:06+08:00' } }
    const { info } = readBook((await makeBook([late, early])).pdf)
    expect(info).toContain("/CreationDate (D:20230203040506+08'00')")
    const chosen = await makeBook([late], { creationDate: '2024-01-01', title: 'A & <B> (C)' })
    expect(readBook(chosen.pdf).info).toContain('/Title (A & <B> \\(C\\))\n')
    expect(readBook(chosen.pdf).info).toContain('/CreationDate (D:20240101000000)')
    const undated = { ...early, fiscalYear: null, signature: { ...early.signature, filledAt: '' } }
    expect(readBook((await makeBook([undated])).pdf).info).not.toContain('CreationDate')
  })

  it('is told from another book by its identifier', async () => {
    const idOf = ({ pdf }: { pdf: Uint8Array }): string =>
      /\/ID \[<(\w{32})> <\1>\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? ''
    const [a, b] = [await makeBook([form('1', '局', '甲')]), await makeBook([form('1', '局', '乙')])]
    expect(idOf(a)).toMatch(/^[0-9A-F]{32}$/)
    expect(idOf(a)).not.toBe(idOf(b))
  })

  it('embeds each face once, however many forms there are', async () => {
    const { pdf } = await makeBook([...mixedForms, form('9', '局', '㐂\u{2A700}')])
    expect(readBook(pdf).fontFiles.toSorted()).toEqual(['JixiaoRare-Regular', 'JixiaoSong-Bold', 'JixiaoSong-Regular'])
  })

  it.skipIf(!hasProgram('qpdf'))('is sound to qpdf', async () => {
    const { pdf } = await makeBook(mixedForms, { duplex: true, copy: 'draft' })
    expect(run('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax or stream encoding errors found')
  })
})
