/** The package as it is installed: worker threads and other processes run JavaScript. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { builtPackage, launcher } from '../support/outside/built-package.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Built {
  readonly folder: string
  readonly bin: string
  readonly library: typeof import('../../src/index.js')
  readonly templates: typeof import('../../templates/index.js')
  /** URL of a built module. */
  readonly url: (path: string) => string
  /** Writes a module of a third party's, and imports it. */
  readonly addModule: (
    name: string,
    code: string,
  ) => Promise<{ readonly url: string; readonly exported: Record<string, never> }>
  /** Where those modules lie. */
  readonly beside: string
  readonly remove: () => void
}

export const build = async (): Promise<Built> => {
  const folder = builtPackage()
  // Another user reads it as well, in the test of the read-only folder.
  chmodSync(folder, 0o755)
  const beside = mkdtempSync(join(tmpdir(), 'jixiao-beside-'))
  const url = (path: string): string => pathToFileURL(join(folder, path)).href
  return {
    folder,
    beside,
    bin: launcher(),
    url,
    library: (await import(/* @vite-ignore */ url('src/index.js'))) as Built['library'],
    templates: (await import(/* @vite-ignore */ url('templates/index.js'))) as Built['templates'],
    addModule: async (name, code) => {
      writeFileSync(join(beside, name), code)
      const address = pathToFileURL(join(beside, name)).href
      return { url: address, exported: (await import(/* @vite-ignore */ address)) as Record<string, never> }
    },
    remove: () => rmSync(beside, { recursive: true, force: true }),
  }
}

/** The package built once for a test file, and a folder for each test. */
export interface Room {
  readonly built: Built
  readonly folder: string
  readonly path: (...names: string[]) => string
  /** Writes a file of the folder and gives its path. */
  readonly write: (name: string, text: string) => string
}

export const openRoom = (name: string): Room => {
  let built: Built
  let folder = ''
  beforeAll(async () => {
    built = await build()
  })
  afterAll(() => built.remove())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), `jixiao-${name}-`))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const path = (...names: string[]): string => join(folder, ...names)
  return {
    get built() {
      return built
    },
    get folder() {
      return folder
    },
    path,
    write: (file, text) => {
      writeFileSync(path(file), text)
      return path(file)
    },
  }
}

/** A form a line, by their names. */
export const jsonl = (names: readonly string[]): string => names.map((name) => `${formText(name)}\n`).join('')

export const run = (
  bin: string,
  args: readonly string[],
  input = '',
): { readonly code: number | null; readonly out: string; readonly err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { input, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

const sample = readFileSync(join(root, 'templates/performance-target/samples/01-heating-allowance.json'), 'utf8')

/** The JSON text of a small form by its name; a name tells it from the others. */
export const formText = (projectName: string): string => {
  const form = JSON.parse(sample) as Record<string, unknown>
  return JSON.stringify({ ...form, projectName })
}

/** A file system of a few pages, where this machine lets one be made. */
export const tinyDisk = (folder: string, kilobytes: number): (() => void) | undefined => {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]).status === 0
  return mounted ? () => void execFileSync('umount', [folder]) : undefined
}
