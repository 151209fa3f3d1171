import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quickThread } from '../../src/platform/quick-thread.js'
import { openRoom } from './built.js'

const room = openRoom('thread')
const built = async (): Promise<typeof quickThread> => {
  const module = (await import(/* @vite-ignore */ room.built.url('src/platform/quick-thread.js'))) as {
    quickThread: typeof quickThread
  }
  return module.quickThread
}

it('is the bundled one where all forms are the package’s own', async () => {
  const own = room.built.url('templates/performance-target/index.js')
  expect((await built())([own])).toBe(join(room.built.folder, 'bin/thread.cjs'))
})

it('is not where a form is somebody else’s: its modules and the engine’s are the same', async () => {
  const own = room.built.url('templates/performance-target/index.js')
  for (const other of ['file:///elsewhere/form.js', '/elsewhere/form.js', ''])
    expect((await built())([own, other])).toBeUndefined()
})

it('is not where nothing has been bundled', () => {
  expect(quickThread([new URL('../../templates/performance-target/index.ts', import.meta.url).href])).toBeUndefined()
})
