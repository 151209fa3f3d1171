import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { fontFiles, openFontsFolder, shippedFonts } from '../../src/platform/fonts-folder.js'
import { findPackage } from '../../src/platform/own-package.js'
import { readFile, readFontFile } from '../../src/platform/read-file.js'
import { writeFileAtomic } from '../../src/platform/write-file.js'
import { writeStream } from '../../src/platform/write-stdout.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'platform-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const DATA = new TextEncoder().encode('%PDF-1.7 new')

function refusal(act: () => unknown): { code: string | undefined; kind: string; reason: unknown } {
  try {
    act()
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    return { code: error.diagnostics[0]?.code, kind: error.kind, reason: error.diagnostics[0]?.facts['reason'] }
  }
  throw new Error('nothing was refused')
}

describe('writeFileAtomic', () => {
  test('writes a new file and replaces an old one, and leaves nothing beside', () => {
    const path = join(folder, '绩效目标表.pdf')
    writeFileAtomic(path, new Uint8Array(3))
    writeFileAtomic(path, DATA)
    expect(readFileSync(path)).toEqual(Buffer.from(DATA))
    expect(readdirSync(folder)).toEqual(['绩效目标表.pdf'])
  })
  test('a folder that is not there', () => {
    expect(refusal(() => writeFileAtomic(join(folder, 'a', 'b.pdf'), DATA))).toEqual({
      code: 'file-unwritable',
      kind: 'file',
      reason: 'ENOENT',
    })
  })
  test('a folder as target stays, and nothing lies beside it', () => {
    mkdirSync(join(folder, 'a.pdf'))
    expect(refusal(() => writeFileAtomic(join(folder, 'a.pdf'), DATA)).reason).toBe('EISDIR')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })
  test('a name as long as the system allows', () => {
    const name = `${'表'.repeat(80)}.pdf`
    writeFileAtomic(join(folder, name), DATA)
    expect(readdirSync(folder)).toEqual([name])
  })
  test('a name that is too long', () => {
    expect(refusal(() => writeFileAtomic(join(folder, `${'表'.repeat(300)}.pdf`), DATA)).reason).toBe('ENAMETOOLONG')
  })
  test('a symbolic link stays a link to the new file', () => {
    writeFileSync(join(folder, 'real.pdf'), 'old')
    symlinkSync(join(folder, 'real.pdf'), join(folder, 'link.pdf'))
    writeFileAtomic(join(folder, 'link.pdf'), DATA)
    expect(readFileSync(join(folder, 'real.pdf'))).toEqual(Buffer.from(DATA))
    expect(readdirSync(folder).sort()).toEqual(['link.pdf', 'real.pdf'])
  })
  test.skipIf(!existsSync('/dev/null'))('a device is written to, not replaced', () => {
    writeFileAtomic('/dev/null', DATA)
    expect(readFileSync('/dev/null')).toHaveLength(0)
  })
  test.skipIf(!existsSync('/dev/full'))('a full disk', () => {
    expect(refusal(() => writeFileAtomic('/dev/full', DATA)).reason).toBe('ENOSPC')
  })
  test.skipIf(process.getuid?.() === 0)('a folder without permission leaves the old file as it was', () => {
    const path = join(folder, 'a.pdf')
    writeFileSync(path, 'old')
    chmodSync(folder, 0o500)
    expect(refusal(() => writeFileAtomic(path, DATA)).reason).toBe('EACCES')
    chmodSync(folder, 0o700)
    expect(readFileSync(path, 'utf8')).toBe('old')
  })
})

describe('reading', () => {
  test('a file', () => {
    writeFileSync(join(folder, 'a'), 'abc')
    expect([...readFile(join(folder, 'a'))]).toEqual([97, 98, 99])
  })
  test.each([readFile, readFontFile])('a folder: %o', (read) => {
    expect(refusal(() => read(folder))).toEqual({ code: 'file-unreadable', kind: 'file', reason: 'EISDIR' })
  })
  test('a file that is not there', () => {
    expect(refusal(() => readFile(join(folder, 'a'))).code).toBe('file-unreadable')
    expect(refusal(() => readFontFile(join(folder, 'a'))).code).toBe('font-missing')
  })
  test.skipIf(!existsSync('/dev/zero'))('an endless device', () => {
    expect(refusal(() => readFile('/dev/zero')).code).toBe('file-unreadable')
  })
})

describe('writeStream', () => {
  test('waits for a slow reader, to the last byte', async () => {
    const chunks: Buffer[] = []
    const slow = new Writable({
      highWaterMark: 10,
      write: (chunk: Buffer, _, done) => {
        chunks.push(chunk)
        setTimeout(done, 5)
      },
    })
    await writeStream(new Uint8Array(100_000), slow)
    expect(chunks.reduce((sum, chunk) => sum + chunk.length, 0)).toBe(100_000)
  })
  test('a reader that has gone', async () => {
    const child = spawn('true', { stdio: ['pipe', 'ignore', 'ignore'] })
    await new Promise((resolve) => child.on('close', resolve))
    await expect(writeStream(new Uint8Array(1 << 20), child.stdin)).rejects.toMatchObject({ kind: 'file' })
  })
  test('an error is reported once', async () => {
    const failing = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    })
    await expect(writeStream(DATA, failing)).rejects.toMatchObject({ diagnostics: [{ facts: { reason: 'ENOSPC' } }] })
  })
})

describe('the own package', () => {
  test('is found from the sources, from the built files and from the bundled ones', () => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'jixiao-forms', version: '1.2.3' }))
    for (const file of ['src/platform/own-package.ts', 'dist/src/platform/own-package.js', 'dist/bin/quick.cjs'])
      expect(findPackage(pathToFileURL(join(folder, file)).href)).toEqual({ folder, version: '1.2.3' })
  })
  test('is no package of another name, and lost to a module without a URL', () => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'another', version: '4.5.6' }))
    const lost = { code: 'package-bundled', kind: 'file', reason: undefined }
    expect(refusal(() => findPackage(pathToFileURL(join(folder, 'bundle.mjs')).href))).toEqual(lost)
    expect(refusal(() => findPackage(undefined))).toEqual(lost)
  })
})

describe('fonts folder', () => {
  test('is one object for the process, and names a file for every face', () => {
    expect(shippedFonts()).toBe(shippedFonts())
    const files = fontFiles()
    expect(Object.keys(files).sort()).toEqual(['hei', 'rare', 'song', 'songBold'])
    for (const file of Object.values(files)) expect(existsSync(file)).toBe(true)
  })
  test('a missing font is a FormError', () => {
    writeFontsFolder(folder)
    const fonts = openFontsFolder(join(folder, 'fonts'))
    expect(refusal(() => fonts.open('none.ttf')).code).toBe('font-missing')
    expect(refusal(() => openFontsFolder(folder)).code).toBe('font-missing')
  })
  test('a font that the system refuses is not called missing or damaged: the package is sound', () => {
    writeFontsFolder(folder)
    const fonts = openFontsFolder(join(folder, 'fonts'))
    symlinkSync('loop.ttf', join(folder, 'fonts', 'loop.ttf'))
    expect(refusal(() => fonts.open('loop.ttf'))).toEqual({ code: 'file-unreadable', kind: 'file', reason: 'ELOOP' })
    mkdirSync(join(folder, 'fonts', 'folder.ttf'))
    expect(refusal(() => fonts.open('folder.ttf').view(0, 1))).toMatchObject({
      code: 'file-unreadable',
      reason: 'EISDIR',
    })
    mkdirSync(join(folder, 'MANIFEST.json'))
    expect(refusal(() => openFontsFolder(folder))).toMatchObject({ code: 'file-unreadable', reason: 'EISDIR' })
  })
})

function writeFontsFolder(root: string): void {
  const manifest = join(root, 'fonts', 'MANIFEST.json')
  mkdirSync(dirname(manifest))
  writeFileSync(manifest, '{}')
}
