/** How `jixiao` has to fail: the right exit code, a Chinese sentence with its hint, no stack trace, and nothing touched. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { inFolder, jixiao, type Ran, type RunOptions } from './run-cli.js'

export interface Refusal {
  readonly code: 1 | 2 | 3
  /** What standard error must say: field paths, labels, facts. */
  readonly says: readonly (string | RegExp)[]
}

const EARLIER = 'an earlier output'

/** No line of a stack trace, no object shown by accident, nothing of Node's own English. */
const UNSEEMLY = /^\s+at |\[object |undefined|node:internal|ERR_[A-Z]|Error:|Invalid input/m

export const expectSeemly = ({ stdout, stderr }: Ran): void => {
  expect(stdout).not.toMatch(UNSEEMLY)
  expect(stderr).not.toMatch(UNSEEMLY)
}

export const expectRefusal = (ran: Ran, { code, says }: Refusal): void => {
  expectSeemly(ran)
  for (const words of says) expect(ran.stderr).toMatch(words)
  // A sentence in Chinese, then its hint on a line of its own.
  expect(ran.stderr).toMatch(/^\[错误\] .*\p{sc=Han}.*[。？！”]\n {4}.*\p{sc=Han}/mu)
  expect(ran.code).toBe(code)
}

/** Prints a data file over an earlier output and expects a refusal that leaves the output and the folder as they were. */
export const expectRefusedFile = (
  content: string | Uint8Array,
  refusal: Refusal,
  flags: readonly string[] = [],
): Promise<void> =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'form.json'), content)
    writeFileSync(join(cwd, 'out.pdf'), EARLIER)
    const ran = await jixiao(['render', 'form.json', '-o', 'out.pdf', ...flags], { cwd })
    expectRefusal(ran, refusal)
    expect(ran.stdout).toBe('')
    expectUntouched(cwd)
  })

export const expectUntouched = (folder: string): void => {
  expect(readFileSync(join(folder, 'out.pdf'), 'utf8')).toBe(EARLIER)
  expect(readdirSync(folder).sort()).toEqual(['form.json', 'out.pdf'])
}

/** Runs any command line in a folder with a sound `form.json` and an earlier `out.pdf`, which must stay as they are. */
export const expectRefusedArguments = (
  args: readonly string[],
  refusal: Refusal,
  form: string,
  options: RunOptions = {},
): Promise<void> =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'form.json'), form)
    writeFileSync(join(cwd, 'out.pdf'), EARLIER)
    const ran = await jixiao(args, { cwd, ...options })
    expectRefusal(ran, refusal)
    expect(ran.stdout).toBe('')
    expectUntouched(cwd)
  })
