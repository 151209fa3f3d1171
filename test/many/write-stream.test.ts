/** One large file that comes piece by piece. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writeStream } from '../../src/many/write-stream.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-stream-'))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

describe('a file whose next piece is long in coming', () => {
  it('stays as fresh as one that is written: another run in its folder takes it for no leftover', async () => {
    let goOn: () => void = () => undefined
    const silence = new Promise<void>((resolve) => {
      goOn = resolve
    })
    async function* pieces(): AsyncGenerator<Uint8Array, string> {
      yield Buffer.from('one')
      await silence
      yield Buffer.from('two')
      return 'done'
    }
    const written = writeStream(join(folder, 'book.pdf'), pieces(), new Date())
    await vi.waitFor(() => expect(temporary()).toMatchObject({ size: 3 }))
    const old = new Date(Date.now() - 20 * 60_000)
    utimesSync(join(folder, readdirSync(folder)[0] ?? ''), old, old)
    vi.advanceTimersByTime(5 * 60_000)
    await vi.waitFor(() => expect(Date.now() - (temporary()?.mtimeMs ?? 0)).toBeLessThan(60_000))
    goOn()
    expect(await written).toBe('done')
    expect(vi.getTimerCount()).toBe(0)
    expect(readFileSync(join(folder, 'book.pdf'), 'utf8')).toBe('onetwo')
  })
})

const temporary = () => {
  const [name] = readdirSync(folder)
  return name === undefined ? undefined : statSync(join(folder, name))
}
