import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { Piscina } from 'piscina'
import { describe, expect, it } from 'vitest'
import { openCrew } from '../../src/many/crew.js'
import { openRoom } from './built.js'

const room = openRoom('crew')

const WORKS = `module.exports = async (text) => text`
const DIES = `throw new Error('cannot start')`

const poolOf = (file: string): Piscina => {
  const pool = new Piscina({ filename: file, minThreads: 1, maxThreads: 1, concurrentTasksPerWorker: 2 })
  pool.on('error', () => undefined)
  return pool
}

describe('threads', () => {
  it('do with those that run where the system gives no more', async () => {
    const file = room.write('works.cjs', WORKS)
    let asked = 0
    const start = () => {
      asked += 1
      if (asked > 1) throw new Error('EAGAIN')
      return poolOf(file)
    }
    const crew = openCrew({ threads: 4, tasksEach: 2, start })
    const texts = ['a', 'b', 'c', 'd', 'e', 'f']
    expect(await Promise.all(texts.map((text) => crew.run('default', text)))).toEqual(texts)
    expect(asked).toBe(2)
    await crew.end()
  })

  it('that cannot be started are told of, and asked for again with the next task', async () => {
    const file = room.write('works.cjs', WORKS)
    let given = false
    const start = () => {
      if (given) return poolOf(file)
      throw new Error('EAGAIN')
    }
    const crew = openCrew({ threads: 2, tasksEach: 2, start })
    await expect(crew.run('default', 'a')).rejects.toThrow('EAGAIN')
    given = true
    expect(await crew.run('default', 'b')).toBe('b')
    await crew.end()
  })

  it('that die while they start leave nothing waiting', async () => {
    const [dies, works] = [room.write('dies.cjs', DIES), room.write('works.cjs', WORKS)]
    let asked = 0
    const crew = openCrew({ threads: 2, tasksEach: 2, start: () => poolOf(asked++ < 5 ? dies : works) })
    const texts = Array.from({ length: 12 }, (_, at) => `${at}`)
    const outcomes = await Promise.allSettled(texts.map((text) => crew.run('default', text)))
    const rejected = outcomes.filter(({ status }) => status === 'rejected').length
    expect(rejected).toBeGreaterThanOrEqual(5)
    expect(rejected).toBeLessThan(12)
    await crew.end()
    await expect(crew.run('default', 'z')).rejects.toThrow('ended')
  })
})

// The threads of a process whose folder is gone die as they start; the batch ended with code 0 behind the first form, and no table.
it.skipIf(process.platform === 'win32')(
  'a batch whose threads cannot start tells so of each form, and ends with 1',
  () => {
    const { built, path } = room
    const input = room.write('forms.jsonl', '{}\n{}\n{}\n')
    mkdirSync(path('gone'))
    const args = [built.bin, 'batch', input, '-o', path('out'), '--concurrency', '2', '--json']
    const script = 'rmdir "$PWD" && exec "$0" "$@"'
    const { status, stdout } = spawnSync('/bin/sh', ['-c', script, process.execPath, ...args], {
      cwd: path('gone'),
      encoding: 'utf8',
    })
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events.at(-1)).toMatchObject({ event: 'end', failed: 3, printed: 0 })
    expect(status).toBe(1)
  },
)
