/** Runs `jixiao` as a process of its own, as a shell would. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launcher } from './built-package.js'

export interface Ran {
  readonly code: number | null
  readonly out: Buffer
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** File descriptor for standard output in place of a pipe. */
  readonly stdout?: number
  /** Stop reading standard output after this many bytes, as `head -c` does. */
  readonly readOnly?: number
  readonly node?: string
  /** Another installation's bin. */
  readonly main?: string
}

const TIME_LIMIT = 30_000

export const jixiao = (
  args: readonly string[],
  { input, cwd, env, stdout, readOnly, node = process.execPath, main = launcher() }: RunOptions = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [main, ...args], {
      cwd,
      env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000', ...env },
      stdio: ['pipe', stdout ?? 'pipe', 'pipe'],
      timeout: TIME_LIMIT,
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    let read = 0
    child.stdout?.on('data', (chunk: Buffer) => {
      out.push(chunk)
      read += chunk.length
      if (readOnly !== undefined && read >= readOnly) child.stdout?.destroy()
    })
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    // A program that does not read its input to the end closes the pipe.
    child.stdin?.on('error', () => undefined)
    child.on('close', (code) => {
      const bytes = Buffer.concat(out)
      resolve({ code, out: bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
    })
    child.stdin?.end(input ?? '')
  })

/** A folder for one test, gone when it is over. */
export const inFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-cli-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs tasks a few at a time: processes of their own, on machines with two cores. */
export const fewAtATime = async <T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  most = 2,
): Promise<readonly R[]> => {
  const results: R[] = []
  let next = 0
  const take = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index] as T)
    }
  }
  await Promise.all(Array.from({ length: most }, take))
  return results
}
