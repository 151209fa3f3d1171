import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** The launcher beside a small program of the same kind: what it keeps must never change what it runs. */
const PROGRAM = String.raw`(() => process.stdout.write(process.argv[2] + ' \u7ee9'))`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launcher-'))
  for (const launcher of ['jixiao.cjs', 'thread.cjs'])
    copyFileSync(new URL(`../../scripts/launcher/${launcher}`, import.meta.url), join(folder, launcher))
  writeFileSync(join(folder, 'quick.cjs'), PROGRAM)
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (command = 'render') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'jixiao.cjs'), command])
  return [status, stdout.toString(), stderr.toString()]
}
const kept = () => readdirSync(folder).filter((name) => name.endsWith('.cache'))
const keptFile = () => join(folder, kept()[0] ?? '')

describe('the compiled code that is kept', () => {
  it('lies beside the program after the first run, and is used by the next', () => {
    expect(run()).toEqual([0, 'render 绩', ''])
    expect(kept()).toEqual([`quick.cjs.render.${process.version}-${process.arch}.cache`])
    const { mtimeMs, ino } = statSync(keptFile())
    expect(run()).toEqual([0, 'render 绩', ''])
    expect(statSync(keptFile())).toMatchObject({ mtimeMs, ino })
  })

  it.each([
    ['damaged', (bytes: Buffer) => bytes.fill(7, 40, 200)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['empty', () => Buffer.alloc(0)],
  ])('is compiled anew where it is %s', (_, spoil) => {
    run()
    writeFileSync(keptFile(), spoil(readFileSync(keptFile())))
    expect(run()).toEqual([0, 'render 绩', ''])
    expect(readFileSync(keptFile()).length).toBeGreaterThan(200)
  })

  it('of a run that failed is used, and replaced by the first that succeeds', () => {
    const failing = `() => { if (process.argv[2] === 'check') process.exitCode = Number(process.env.CODE) }`
    writeFileSync(join(folder, 'quick.cjs'), `(${failing})`)
    const times = ['1', '1', '0', '0', '1'].map((CODE) => {
      spawnSync(process.execPath, [join(folder, 'jixiao.cjs'), 'check'], { env: { ...process.env, CODE } })
      return statSync(keptFile()).ino
    })
    const [failed, again, succeeded] = times
    expect(again).toBe(failed)
    expect(succeeded).not.toBe(failed)
    expect(times.slice(3)).toEqual([succeeded, succeeded])
  })

  it('is of one command: another keeps its own', () => {
    run('check')
    run()
    expect(kept()).toHaveLength(2)
  })

  it('of what asks nothing of any command is of one file, however it is asked', () => {
    for (const word of ['--help', '--version', '-h', '']) expect(run(word)).toEqual([0, `${word} 绩`, ''])
    expect(kept()).toEqual([`quick.cjs.forms.${process.version}-${process.arch}.cache`])
  })

  it('of another program is not run, though it be as long', () => {
    run()
    writeFileSync(join(folder, 'quick.cjs'), PROGRAM.replace('7ee9', '6548'))
    expect(run()).toEqual([0, 'render 效', ''])
    expect(run()).toEqual([0, 'render 效', ''])
  })

  it('is done without where it cannot be written', () => {
    mkdirSync(join(folder, `quick.cjs.render.${process.version}-${process.arch}.cache`))
    expect(run()).toEqual([0, 'render 绩', ''])
    expect(readdirSync(folder)).toHaveLength(4)
  })
})

/** As the pool does it: a thread that has the launcher's functions, and calls them with tasks. */
const POOL = `
const { Worker } = require('node:worker_threads')
const { setFlagsFromString } = require('node:v8')
if (process.env.FLAG) setFlagsFromString(process.env.FLAG)
const thread = "const { parentPort, workerData } = require('node:worker_threads');" +
  "const { print } = require(workerData.launcher);" +
  "(async () => { for (const kind of workerData.kinds) parentPort.postMessage(await print(kind)) })()"
const worker = new Worker(thread, { eval: true, workerData: { launcher: process.argv[2], kinds: process.argv.slice(3) } })
worker.on('message', ({ kind, word }) => process.stdout.write(kind + ' ' + word + ' '))
`

describe('the compiled code that a thread keeps', () => {
  beforeEach(() => {
    const program = String.raw`(exports) => { exports.print = async (kind) => ({ kind, word: '\u7ee9' }) }`
    writeFileSync(join(folder, 'quick-thread.cjs'), `(${program})`)
    writeFileSync(join(folder, 'pool.cjs'), POOL)
  })
  const pool = (kinds: readonly string[], FLAG = '') => {
    const args = [join(folder, 'pool.cjs'), join(folder, 'thread.cjs'), ...kinds]
    const { stdout, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, FLAG } })
    return [stdout.toString(), stderr.toString()]
  }

  it('lies beside the program after the first print, and is used by the next thread', () => {
    expect(pool(['written', 'written'])).toEqual(['written 绩 written 绩 ', ''])
    expect(kept()).toHaveLength(1)
    const { mtimeMs, ino } = statSync(keptFile())
    expect(pool(['written'])).toEqual(['written 绩 ', ''])
    expect(statSync(keptFile())).toMatchObject({ mtimeMs, ino })
  })

  it('waits for a print that comes to its end', () => {
    expect(pool(['refused'])).toEqual(['refused 绩 ', ''])
    expect(kept()).toEqual([])
  })

  it('is of one set of flags: another keeps its own', () => {
    pool(['written'])
    pool(['written'], '--no-allocation-site-pretenuring')
    expect(kept()).toHaveLength(2)
  })
})
