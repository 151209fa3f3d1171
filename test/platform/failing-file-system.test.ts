/** A file system on which renaming fails, and then removing as well, as on a share that has just gone. */
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { writeOutput } from '../../src/many/write-output.js'
import { writeFileAtomic } from '../../src/platform/write-file.js'

vi.mock('node:fs', async (original) => {
  const failing = (code: string) => () => {
    throw Object.assign(new Error(code), { code })
  }
  return { ...(await original<typeof import('node:fs')>()), renameSync: failing('EXDEV'), rmSync: failing('EBUSY') }
})

const folder = mkdtempSync(join(tmpdir(), 'platform-'))
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['of a command', async () => writeFileAtomic(join(folder, 'a.pdf'), new Uint8Array(1))],
  ['of a batch', () => writeOutput(folder, 'a.pdf', 'a')],
])('a file %s that cannot be put in its place tells why, and not what came after', async (_, write) => {
  await expect(write()).rejects.toMatchObject({
    diagnostics: [{ code: 'file-unwritable', facts: { file: join(folder, 'a.pdf'), reason: 'EXDEV' } }],
  })
})
