import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formText, openRoom, run } from './built.js'

const room = openRoom('interrupted')
const { path } = room
const many = Array.from({ length: 60 }, (_, index) => formText(`第${index}份`)).join('\n')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Interruption {
  readonly signal: NodeJS.Signals
  /** Sent when more forms than this have been told of. */
  readonly after: number
  readonly threads?: number
}

/** Standard input stays open to the end. */
const interrupt = (
  args: readonly string[],
  input: string,
  { signal, after, threads = 2 }: Interruption,
): Promise<Ended> => {
  const child = spawn(process.execPath, [room.built.bin, 'batch', ...args, '--concurrency', String(threads), '--json'])
  let [out, err, sent] = ['', '', false]
  child.stdin.on('error', () => undefined)
  child.stdin.write(input)
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
  })
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
    if (!sent && out.split('"status":"printed"').length > after) sent = child.kill(signal)
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}

describe('a batch that is interrupted', () => {
  it.each([
    ['SIGINT', 130, 2],
    ['SIGTERM', 143, 2],
    ['SIGINT', 130, 1],
  ] as const)(
    '%s: says so with %i, keeps what is done, leaves nothing half, and the next run goes on (threads: %i)',
    async (signal, code, threads) => {
      writeFileSync(path('forms.jsonl'), many)
      const ended = await interrupt([path('forms.jsonl'), '-o', path('out')], '', { signal, after: 5, threads })
      expect(ended.code).toBe(code)
      const end = JSON.parse(ended.out.trimEnd().split('\n').at(-1) ?? '')
      expect(end).toMatchObject({ event: 'end', ok: false, exitCode: code, diagnostics: [{ code: 'interrupted' }] })
      expect(end.diagnostics[0].message).toContain(signal)
      expect(end.printed).toBeGreaterThanOrEqual(5)
      expect(end.printed).toBeLessThan(60)
      const names = readdirSync(path('out'))
      expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
      for (const name of names.filter((one) => one.endsWith('.pdf')))
        expect(readFileSync(path('out', name)).subarray(-6).toString('latin1')).toMatch(/%%EOF/)
      const again = run(room.built.bin, ['batch', path('forms.jsonl'), '-o', path('out'), '--json'])
      const next = JSON.parse(again.out.trimEnd().split('\n').at(-1) ?? '')
      expect(next).toMatchObject({ ok: true, failed: 0 })
      expect(next.printed + next.unchanged).toBe(60)
      // One that was put away and not yet told of is not printed again either.
      expect(next.unchanged).toBeGreaterThanOrEqual(end.printed)
    },
  )

  it('does not wait for a large form to be printed, even with one thread', async () => {
    const form = JSON.parse(formText('巨表'))
    const rows = Array.from({ length: 6000 }, (_, index) => ({ name: `指标第${index}号`, value: `≥${index}户` }))
    Object.assign(form.indicators[0], { implementation: rows, annual: rows })
    writeFileSync(path('forms.jsonl'), `${formText('甲')}\n${JSON.stringify(form)}\n`)
    const args = [path('forms.jsonl'), '-o', path('out')]
    const ended = await interrupt(args, '', { signal: 'SIGINT', after: 1, threads: 1 })
    expect(ended.code).toBe(130)
    // Had it been waited for, it would stand there.
    expect(readdirSync(path('out')).filter((name) => name.includes('巨表'))).toEqual([])
  })

  it('does not wait for a standard input that nobody closes', async () => {
    const ended = await interrupt(['-', '-o', path('out')], `${formText('甲')}\n${formText('乙')}\n`, {
      signal: 'SIGINT',
      after: 1,
    })
    expect(ended.code).toBe(130)
  })

  it.each(['-o', '--book'])('does not wait for a pipe that nobody writes into (%s)', async (flag) => {
    if (spawnSync('mkfifo', [path('pipe')]).status !== 0) return
    const child = spawn(process.execPath, [room.built.bin, 'batch', path('pipe'), flag, path('out'), '--json'])
    let [out, sent] = ['', false]
    child.stdout.on('data', (chunk) => {
      out += String(chunk)
      if (!sent && out.includes('"event":"start"')) sent = child.kill('SIGTERM')
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect([code, out]).toEqual([143, expect.stringMatching(/"event":"end".*"interrupted"/)])
  })

  it('prints what comes through a pipe, by name or of a process substitution', () => {
    writeFileSync(path('forms.jsonl'), `${formText('甲')}\n${formText('乙')}\n`)
    const jixiao = `"${process.execPath}" "${room.built.bin}" batch`
    for (const words of [
      `mkfifo pipe && (sleep 0.5; cat forms.jsonl > pipe) & sleep 0.2; ${jixiao} pipe -o one`,
      `${jixiao} <(cat forms.jsonl) -o two`,
    ])
      expect(spawnSync('bash', ['-c', words], { cwd: room.folder, encoding: 'utf8' }).status).toBe(0)
    const names = readdirSync(path('one'))
    expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(2)
    expect(readdirSync(path('two'))).toEqual(names)
  })

  it.each([
    ['-o', 'out', '--json'],
    ['--book', 'book.pdf', '--json'],
    ['--book', '-'],
  ])('hears the signal while nobody reads what it writes (%s %s)', async (...args) => {
    // More than a pipe holds.
    writeFileSync(path('forms.jsonl'), Array.from({ length: 8 }, () => many).join('\n'))
    const child = spawn(process.execPath, [room.built.bin, 'batch', 'forms.jsonl', ...args], { cwd: room.folder })
    child.stdout.pause()
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += String(chunk)
    })
    // By then it waits for its reader; on a slow machine it may be at work yet, and hears the signal as well.
    await new Promise((resolve) => setTimeout(resolve, 3000))
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.once('exit', resolve))
    child.stdout.destroy()
    expect(code).toBe(130)
    if (!args.includes('--json')) expect(err).toContain('收到SIGINT信号')
    expect(readdirSync(room.folder, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual([])
  })

  it('says of a standard input that is a folder that it is none, and not that there are no forms', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${room.built.bin}" batch - -o out < .`],
      {
        cwd: room.folder,
        encoding: 'utf8',
      },
    )
    expect([status, stderr]).toEqual([3, expect.stringContaining('这是目录，不是文件')])
  })

  it('ends with 3 where nobody listens to its events any more', () => {
    writeFileSync(path('forms.jsonl'), many)
    const words = `"${process.execPath}" "${room.built.bin}" batch forms.jsonl -o out --json | head -1 >/dev/null; exit \${PIPESTATUS[0]}`
    const { status, stderr } = spawnSync('bash', ['-c', words], { cwd: room.folder, encoding: 'utf8' })
    expect([status, stderr]).toEqual([3, expect.stringContaining('接收输出的程序已关闭')])
    expect(readdirSync(path('out')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
