import { describe, expect, it } from 'vitest'
import { surroundingsKey } from '../../src/many/content-key.js'
import type { RenderPool } from '../../src/many/pool.js'
import type { FormOptions } from '../../src/options.js'
import { fontFiles } from '../../src/platform/fonts-folder.js'
import { type FormJobOptions, formJob, readJob } from '../../src/queue/form-job.js'
import { type Press, printJob } from '../../src/queue/print-job.js'
import { performanceTarget } from '../../templates/index.js'

/** A host whose store keeps what it is given, and whose pool prints nothing but notes what it is asked for. */
const openPress = (
  form = performanceTarget,
  options: FormOptions = {},
  prints = new Map<string, Uint8Array>(),
): Press & { readonly prints: ReadonlyMap<string, Uint8Array>; readonly asked: FormOptions[] } => {
  const asked: FormOptions[] = []
  const pool: RenderPool = {
    render: async (task) => {
      asked.push(task.options ?? {})
      return { kind: 'rendered', pdf: new Uint8Array([1]), pageCount: 1, diagnostics: [] }
    },
    write: () => Promise.reject(new Error('not asked for')),
    close: () => Promise.resolve(),
  }
  const store = {
    find: async (name: string) => (prints.has(name) ? 'there' : undefined),
    put: async (name: string, pdf: Uint8Array) => void prints.set(name, pdf),
  }
  const forms = [{ id: form.id, surroundings: surroundingsKey([form], options) }]
  return { forms, pool, store, prints, asked }
}

const job = (options: FormJobOptions = {}) => formJob('performance-target', '{"projectName":"甲"}', options)

describe('a print of the store', () => {
  it('is made once by hosts that print with the same', async () => {
    const first = openPress()
    const { name, printed } = await printJob(job(), first)
    expect(name).toMatch(/^_-甲-_-[0-9a-f]{16}\.pdf$/)
    expect(printed).toBe(true)
    expect(await printJob(job(), openPress(performanceTarget, {}, new Map(first.prints)))).toEqual({
      name,
      sha256: 'there',
      printed: false,
    })
  })

  it.each([
    ['fonts', openPress(performanceTarget, { fonts: { fangsong: { path: fontFiles()['hei'] ?? '' } } })],
    ['dates', openPress({ ...performanceTarget, dates: {} })],
    ['archive fields', openPress({ ...performanceTarget, archive: { organisation: 'department.name' } })],
    ['templates', openPress({ ...performanceTarget, templates: {} })],
  ])('has another name where a host has other %s', async (_, other) => {
    expect((await printJob(job(), other)).name).not.toBe((await printJob(job(), openPress())).name)
  })

  it('has no other name on another day, but for a strict job, which another day may refuse', async () => {
    const press = openPress()
    const printedOn = async (today: string, strict: boolean) =>
      (await printJob(job({ today, ...(strict ? { strict } : {}) }), press)).printed
    expect(await printedOn('2023-01-01', false)).toBe(true)
    expect(await printedOn('2023-01-02', false)).toBe(false)
    expect(await printedOn('2023-01-01', true)).toBe(true)
    expect(await printedOn('2023-01-02', true)).toBe(true)
  })

  it('is asked for with every option that a job may have', async () => {
    const press = openPress()
    const options: Required<FormJobOptions> = {
      template: 'national-2015',
      title: '题',
      creationDate: '2023-01-28',
      today: '2023-01-28',
      strict: true,
      copy: 'draft',
    }
    await printJob(JSON.parse(JSON.stringify(job(options))), press)
    expect(press.asked).toEqual([options])
    expect(readJob(job({ title: undefined } as unknown as FormJobOptions))).toEqual(job())
  })
})
