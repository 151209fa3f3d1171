import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOwnThread } from '../../src/many/own-thread.js'
import { type RecordWriter, WRITTEN_TOGETHER } from '../../src/many/pool.js'
import type { FileTask } from '../../src/many/task.js'
import { forms } from '../../templates/index.js'
import { formText } from './built.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-own-thread-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const task = (name: string, data = formText(name)) => ({
  form: forms.findIndex(({ id }) => id === 'performance-target'),
  data: new TextEncoder().encode(data),
  folder,
  name: `${name}.pdf`,
})

const none = (): Promise<RecordWriter> => Promise.reject(new Error('no other thread was expected'))

describe('the own thread as a printer', () => {
  it('finishes what it is writing when it is closed, and begins nothing more', async () => {
    const writer = openOwnThread(forms, {}, none)
    const names = [...'甲乙丙丁戊己庚辛壬癸']
    const settled = Promise.allSettled(names.map((name) => writer.write(task(name))))
    // Two groups are under way once the event loop has turned; the others wait for their turn.
    await new Promise((resolve) => setImmediate(resolve))
    await writer.close()
    const begun = 2 * WRITTEN_TOGETHER.items
    expect(readdirSync(folder).sort()).toEqual(
      names
        .slice(0, begun)
        .map((name) => `${name}.pdf`)
        .sort(),
    )
    expect((await settled).map(({ status }) => status)).toEqual(
      names.map((_, at) => (at < begun ? 'fulfilled' : 'rejected')),
    )
    await expect(writer.write(task('子'))).rejects.toThrow()
  })

  it('goes on behind a record that cannot be printed', async () => {
    const writer = openOwnThread(forms, {}, none)
    const outcomes = await Promise.all([
      writer.write(task('甲', '{')),
      writer.write(task('乙')),
      writer.write(task('丙')),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'written', 'written'])
    expect(existsSync(join(folder, '丙.pdf'))).toBe(true)
  })

  it('leaves what is large to another thread, so that it hears signals meanwhile, and prints nothing beside it', async () => {
    const large: FileTask = { ...task('巨表'), data: new Uint8Array(300_000) }
    const given: { readonly name: string; readonly there: readonly string[]; readonly end: () => void }[] = []
    let closed = 0
    const other: RecordWriter = {
      write: ({ name }) =>
        new Promise((resolve) => {
          const end = (): void => resolve({ kind: 'written', sha256: '', pageCount: 1, diagnostics: [] })
          given.push({ name, there: readdirSync(folder), end })
        }),
      close: async () => void closed++,
    }
    const writer = openOwnThread(forms, {}, async () => other)
    const before = [writer.write(task('甲')), writer.write(task('乙'))]
    const outcomes = [writer.write(large), writer.write(task('丙'))]
    await Promise.all(before)
    await expect.poll(() => given.length).toBe(1)
    expect(given[0]?.there.toSorted()).toEqual(['甲.pdf', '乙.pdf'].sort())
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(readdirSync(folder)).not.toContain('丙.pdf')
    given[0]?.end()
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['written', 'written'])
    await writer.close()
    expect([given.map(({ name }) => name), closed]).toEqual([['巨表.pdf'], 1])
  })
})
