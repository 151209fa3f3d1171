import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOwnThread } from '../../src/many/own-thread.js'
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

describe('the own thread as a printer', () => {
  it('finishes what it is writing when it is closed, and begins nothing more', async () => {
    const writer = openOwnThread(forms, {})
    const outcomes = [...'甲乙丙丁'].map((name) => writer.write(task(name)))
    // The first two are under way once the event loop has turned; the others wait for their turn.
    await Promise.resolve()
    const settled = Promise.allSettled(outcomes)
    await writer.close()
    expect(readdirSync(folder).sort()).toEqual(['甲.pdf', '乙.pdf'].sort())
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    await expect(writer.write(task('戊'))).rejects.toThrow()
  })

  it('goes on behind a record that cannot be printed', async () => {
    const writer = openOwnThread(forms, {})
    const outcomes = await Promise.all([
      writer.write(task('甲', '{')),
      writer.write(task('乙')),
      writer.write(task('丙')),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'written', 'written'])
    expect(existsSync(join(folder, '丙.pdf'))).toBe(true)
  })
})
