import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readNameRule } from '../../src/many/file-name.js'
import { wholeFile } from '../../src/many/record.js'
import { formText, jsonl, openRoom, run, tinyDisk } from './built.js'

const room = openRoom('batch')
const { path, write } = room
const batch = (args: readonly string[], input = '') =>
  run(room.built.bin, ['batch', ...args, '--concurrency', '1'], input)

interface FormEvent {
  readonly event: string
  readonly status: string
  readonly file: string
  readonly line: number | null
  readonly output: string | null
  readonly reason?: string
  readonly code?: string
  readonly masked?: readonly { readonly path: string; readonly shown: string }[]
  readonly diagnostics?: readonly { readonly code: string; readonly path: string; readonly message: string }[]
}
const eventsOf = (out: string): FormEvent[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as FormEvent)
const formsOf = (out: string): FormEvent[] => eventsOf(out).filter(({ event }) => event === 'form')
const pdfs = (of: string): string[] =>
  readdirSync(of)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
const contents = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(of, name)))
          .digest('hex'),
      ]),
  )

const code = /^\{"form[\s\S]*"code": ?"(\d+)"/.exec(formText('a'))?.[1] ?? ''
const named = (name: string): string => `${code}-${name}-2023.pdf`

describe('jixiao batch', () => {
  it('prints a folder, an array, JSONL and standard input to the same files as render', () => {
    mkdirSync(path('in', 'sub'), { recursive: true })
    write('in/b.json', formText('甲'))
    write('in/sub/a.json', formText('乙'))
    write('in/.hidden.json', 'no')
    write('in/note.txt', 'no')
    const inputs = [
      path('in'),
      write('a.json', `[${formText('甲')},\n${formText('乙')}]`),
      write('l.jsonl', jsonl(['甲', '乙'])),
      '-',
    ]
    for (const [index, input] of inputs.entries()) {
      const { code: exit, out } = batch([input, '-o', path(`out${index}`)], jsonl(['甲', '乙']))
      expect(exit).toBe(0)
      expect(out).toMatch(/打印 +2份[\s\S]*合计 +2份/)
      expect(contents(path(`out${index}`))).toEqual(
        index === 0 ? contents(path('out0')) : { ...contents(path('out0')), '.jixiao-index.jsonl': expect.any(String) },
      )
    }
    run(room.built.bin, ['render', path('in/b.json'), '-o', path('one.pdf')])
    expect(readFileSync(path('one.pdf')).equals(readFileSync(path('out0', named('甲'))))).toBe(true)
  })

  it('prints into the folder it reads, and does not take its own files for forms', () => {
    mkdirSync(path('in'))
    write('in/a.json', formText('甲'))
    for (const status of ['printed', 'unchanged'])
      expect(formsOf(batch([path('in'), '-o', path('in', 'out'), '--json']).out).map((one) => one.status)).toEqual([
        status,
      ])
  })

  it('reports faulty forms by file, line and field, and prints the others', () => {
    const lines = [
      formText('甲'),
      '{"form":',
      formText('乙').replace('"fiscalYear":2023', '"fiscalYear":"x"'),
      '{"form":"nope"}',
      formText('丙'),
    ]
    const { code: exit, out, err } = batch([write('forms.jsonl', `${lines.join('\n')}\n`), '-o', path('out')])
    expect(exit).toBe(1)
    expect(pdfs(path('out'))).toEqual([named('丙'), named('甲')].sort())
    expect(err).toMatch(/forms\.jsonl:2 没有打印：\n.*第2行第9列/)
    expect(err).toMatch(/forms\.jsonl:3 没有打印：\n.*（fiscalYear）/)
    expect(out).toMatch(/有误，没有打印 +3份/)
    expect(out).toMatch(/没有打印的表：\n.*forms\.jsonl:2[\s\S]*forms\.jsonl:3.*fiscalYear[\s\S]*forms\.jsonl:4/)
  })

  it('prints a record with several byte order marks, and names it like the others', () => {
    mkdirSync(path('in'))
    write('in/a.json', `\ufeff\ufeff${formText('甲')}`)
    write('in/b.json', formText('乙'))
    expect(batch([path('in'), '-o', path('out')]).code).toBe(0)
    expect(pdfs(path('out'))).toEqual([named('乙'), named('甲')].sort())
  })

  it('a fault of the program is one failed record and not the end of the batch', async () => {
    const { runBatch }: typeof import('../../src/many/run-batch.js') = await import(
      room.built.url('src/many/run-batch.js')
    )
    const [form] = room.built.templates.forms
    if (form === undefined) throw new Error('no form')
    async function* records() {
      for (const name of ['甲', '乙'])
        yield { place: wholeFile(`${name}.json`), data: new TextEncoder().encode(formText(name)) }
    }
    const told: unknown[] = []
    const events = runBatch({
      records: records(),
      folder: path('out'),
      forms: [form],
      chooseForm: (data) => {
        if ((data as { projectName: string }).projectName === '甲') throw new TypeError('slip')
        return form
      },
      options: {},
      names: readNameRule('{projectName}'),
      concurrency: 1,
      force: false,
      now: new Date(),
    })
    for await (const { kind, place } of events) told.push([place.file, kind])
    expect(told).toEqual([
      ['甲.json', 'failed'],
      ['乙.json', 'printed'],
    ])
  })

  it('prints with one thread, its own, what several print', () => {
    const records = [...'甲乙丙丁戊己'].map((name) => formText(name)).join('\n')
    const input = write('forms.jsonl', `${records}\n{"a":1}\n${formText('庚')}\n`)
    const ends = [1, 3].map((threads) => {
      const args = ['batch', input, '-o', path(`out${threads}`), '--json', '--concurrency', String(threads)]
      return formsOf(run(room.built.bin, args).out)
    })
    expect(ends[0]).toHaveLength(8)
    expect(ends[1]).toEqual(ends[0])
    expect(contents(path('out3'))).toEqual(contents(path('out1')))
  })

  it('speaks to machines in lines, in the order of the records', () => {
    const { code: exit, out } = batch([
      write('forms.jsonl', `${formText('甲')}\n{"a":1}\n`),
      '-o',
      path('out'),
      '--json',
    ])
    expect(exit).toBe(1)
    const [start, first, second, end, ...rest] = eventsOf(out)
    expect(rest).toEqual([])
    expect(start).toMatchObject({ event: 'start', output: path('out') })
    expect(first).toMatchObject({
      event: 'form',
      status: 'printed',
      line: 1,
      output: named('甲'),
      reason: 'new',
      pages: expect.any(Number),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(second).toMatchObject({
      status: 'failed',
      line: 2,
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'missing-key', path: 'form' })]),
    })
    expect(end).toMatchObject({ event: 'end', ok: false, exitCode: 1, printed: 1, failed: 1, unchanged: 0 })
  })

  it('keeps three records of one name apart, and names with forbidden and with 300 characters', () => {
    const long = '长'.repeat(300)
    const { code: exit } = batch([
      write('forms.jsonl', jsonl(['同名', '同名', '同名', 'a/b\\c:d*e?f"g<h>i|j', long])),
      '-o',
      path('out'),
    ])
    expect(exit).toBe(0)
    const names = pdfs(path('out'))
    expect(names).toHaveLength(5)
    expect(names).toEqual(
      expect.arrayContaining([
        named('同名'),
        named('同名').replace('.pdf', '-2.pdf'),
        named('同名').replace('.pdf', '-3.pdf'),
        named('a／b＼c：d＊e？f＂g＜h＞i｜j'),
      ]),
    )
    expect(names.some((name) => /长{60,}…-2023\.pdf$/.test(name) && Buffer.byteLength(name) <= 255)).toBe(true)
  })

  it('prints copies as render does, and says what does not fit together', () => {
    const input = write('forms.jsonl', jsonl(['甲']))
    const copy = ['--copy', 'public', '--drop', 'names']
    expect(batch([input, '-o', path('out'), ...copy]).code).toBe(0)
    expect(
      run(room.built.bin, ['render', write('one.json', formText('甲')), '-o', path('one.pdf'), ...copy]).code,
    ).toBe(0)
    expect(readFileSync(path('one.pdf')).equals(readFileSync(path('out', named('甲'))))).toBe(true)
    const again = batch([input, '-o', path('out'), '--copy', 'public', '--json'])
    expect(formsOf(again.out).map(({ reason }) => reason)).toEqual(['changed'])
    expect(batch([input, '-o', path('out'), '--copy', 'nope']).code).toBe(2)
    expect(batch([input, '-o', path('out'), '--drop', 'names']).code).toBe(2)
  })

  it('tells the verification code of each copy and what it hides, as render does, and the index is a register of the codes', () => {
    const input = write('forms.jsonl', jsonl(['甲13812345678', '乙']))
    const one = write('one.json', formText('甲13812345678'))
    for (const copy of ['final', 'public', 'draft']) {
      const rendered = run(room.built.bin, ['render', one, '-o', path(`${copy}.pdf`), '--copy', copy, '--json'])
      const report = JSON.parse(rendered.out) as FormEvent
      const args = [input, '-o', path(copy), '--copy', copy, '--json']
      const [first, second] = formsOf(batch(args).out)
      expect([first?.code, first?.masked]).toEqual([report.code, report.masked])
      expect(second?.code === undefined).toBe(copy === 'draft')
      const known = formsOf(batch(args).out)
      expect(known.map(({ status, code }) => [status, code])).toEqual([
        ['unchanged', first?.code],
        ['unchanged', second?.code],
      ])
    }
    expect(readFileSync(path('public', '.jixiao-index.jsonl'), 'utf8')).not.toContain('13812345678')
  })

  it('a public copy shows in its name nothing of what it hides', () => {
    const [phone, identity] = ['13812345678', '11010519491231002X']
    const forms = jsonl([`联系${phone}`, `联系138 9999 5678`, `身份${identity}`])
    // What cannot be masked is not printed, and the others keep their names.
    const input = write('forms.jsonl', `${forms}${JSON.stringify({ form: 'nope', projectName: phone })}\n`)
    const rule = ['--name', '{projectName}-{signature.phone}']
    const { code, out } = batch([input, '-o', path('out'), ...rule, '--copy', 'public', '--drop', 'phone', '--json'])
    expect(code).toBe(1)
    const names = ['联系138 ＊＊＊＊ 5678-_.pdf', '联系138＊＊＊＊5678-_.pdf', '身份110105＊＊＊＊＊＊＊＊002X-_.pdf']
    expect(pdfs(path('out'))).toEqual(names)
    expect(formsOf(out).map(({ status }) => status)).toEqual(['printed', 'printed', 'printed', 'failed'])
    expect(readFileSync(path('out', '.jixiao-index.jsonl'), 'utf8')).not.toContain(phone)
    expect(batch([input, '-o', path('out'), ...rule]).code).toBe(1)
    expect(pdfs(path('out')).filter((name) => name.startsWith(`联系${phone}`))).toHaveLength(1)
  })

  it('wrong usage is said before anything is read', () => {
    expect(batch([write('a.jsonl', ''), '--json']).code).toBe(2)
    expect(batch([path('a.jsonl'), '-o', path('out'), '--name', '{']).code).toBe(2)
    expect(run(room.built.bin, ['batch', path('a.jsonl'), '-o', path('out'), '--concurrency', 'x']).code).toBe(2)
    expect(batch([path('nowhere'), '-o', path('out')]).code).toBe(3)
  })

  it.each([
    [2, '没有名为“nope”的版式', ['--template', 'nope']],
    [2, 'drop', ['--copy', 'public', '--drop', 'nope']],
    [2, 'images', ['--copy', 'final', '--image', 'nope=nope.png']],
    [3, 'nope.png', ['--copy', 'final', '--image', 'seal=nope.png']],
    [2, '没有“nope”', ['--copy', 'nope']],
    [2, '“abc”', ['--concurrency', 'abc']],
    [2, '“0x2”', ['--concurrency', '0x2']],
    [2, '“nosuchfield”不是', ['--name', '{nosuchfield}']],
    [2, '“ projectName ”不是', ['--name', '{ projectName }']],
    [2, '“department”不是表中可填的项。\n    可用的项：form、', ['--name', '{department}']],
  ])('and before the folder is made: %i %s %j', (code, words, flags) => {
    const { code: exit, err } = run(room.built.bin, [
      'batch',
      write('a.jsonl', jsonl(['甲'])),
      '-o',
      path('out'),
      ...flags,
    ])
    expect([exit, err]).toEqual([code, expect.stringContaining(words)])
    expect(readdirSync(room.folder)).toEqual(['a.jsonl'])
  })

  it('names files by any field that holds a value', () => {
    const rule = '{indicators[0].annual[0].name}{signature.phone}'
    expect(batch([write('a.jsonl', jsonl(['甲'])), '-o', path('out'), '--name', rule]).code).toBe(0)
    expect(pdfs(path('out'))).not.toContain('_.pdf')
  })
})

describe('a second run', () => {
  it('prints what changed, is missing or was damaged, and nothing else', () => {
    const input = write('forms.jsonl', jsonl(['甲', '乙', '丙', '丁']))
    const args = [input, '-o', path('out'), '--json']
    batch(args)
    const before = contents(path('out'))
    expect(formsOf(batch(args).out).map(({ status }) => status)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ])
    truncateSync(path('out', named('甲')), 1000)
    rmSync(path('out', named('乙')))
    writeFileSync(
      input,
      jsonl(['甲', '乙', '丙', '丁']).replace(/("overview":")(?=[^"]*")(?![\s\S]*"overview")/, '$1改。'),
    )
    expect(formsOf(batch(args).out).map(({ status, reason }) => reason ?? status)).toEqual([
      'damaged',
      'missing',
      'unchanged',
      'changed',
    ])
    writeFileSync(input, jsonl(['甲', '乙', '丙', '丁']))
    expect(formsOf(batch(args).out).map(({ status, reason }) => reason ?? status)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'changed',
    ])
    expect(contents(path('out'))).toEqual(before)
    expect(formsOf(batch([...args, '--title', '新题']).out).map(({ reason }) => reason)).toEqual([
      'changed',
      'changed',
      'changed',
      'changed',
    ])
    expect(formsOf(batch([...args, '--title', '新题', '--force']).out).map(({ reason }) => reason)).toEqual([
      'forced',
      'forced',
      'forced',
      'forced',
    ])
  })

  it('takes an index that is damaged for what is left of it', () => {
    const args = [write('forms.jsonl', jsonl(['甲', '乙'])), '-o', path('out'), '--json']
    batch(args)
    const index = path('out', '.jixiao-index.jsonl')
    const whole = readFileSync(index, 'utf8')
    writeFileSync(index, `nonsense\n\n[]\nnull\n${whole.slice(0, -20)}`)
    expect(
      formsOf(batch(args).out)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['printed', 'unchanged'])
    expect(readFileSync(index, 'utf8')).toBe(whole)
  })

  // What an entry held was told as the record's own: `place` ended every run with an internal error, `findings` were summed as text.
  it('takes from an index that was edited what an entry has, and nothing else', () => {
    const args = [write('forms.jsonl', jsonl(['甲', '乙', '丙', '丁'])), '-o', path('out'), '--json']
    batch(args)
    const index = path('out', '.jixiao-index.jsonl')
    const whole = readFileSync(index, 'utf8')
    const edits = [{ kind: 'failed', place: null }, { findings: ['0', null, 0] }, { pages: -5 }, { code: 5 }]
    const lines = whole.trimEnd().split('\n')
    writeFileSync(index, lines.map((line, at) => JSON.stringify({ ...JSON.parse(line), ...edits[at] })).join('\r\n'))
    const { code, out } = batch(args)
    expect(code).toBe(0)
    const printed = formsOf(out).filter(({ status }) => status === 'printed')
    expect(printed.map(({ reason }) => reason)).toEqual(['new', 'new', 'new'])
    expect(readFileSync(index, 'utf8')).toBe(whole)
  })
})

describe('kill -9', () => {
  it('at ten moments leaves no half file; the rerun completes to the folder of an undisturbed run', async () => {
    const input = write('forms.jsonl', jsonl(Array.from({ length: 60 }, (_, index) => `第${index}份`)))
    expect(batch([input, '-o', path('whole')]).code).toBe(0)
    const whole = contents(path('whole'))
    let seen = 0
    for (let round = 0; round < 10; round++) {
      await killAfter(
        [room.built.bin, 'batch', input, '-o', path('out'), '--concurrency', '2', '--json'],
        5 * round,
        (37 * round) % 50,
      )
      const names = readdirSync(room.folder).includes('out') ? pdfs(path('out')) : []
      for (const name of names)
        expect(
          createHash('sha256')
            .update(readFileSync(path('out', name)))
            .digest('hex'),
        ).toBe(whole[name])
      seen = Math.max(seen, names.length)
    }
    expect(seen).toBeGreaterThan(0)
    expect(batch([input, '-o', path('out')]).code).toBe(0)
    expect(contents(path('out'))).toEqual(whole)
  })
})

/** Kills when it has told of so many forms, and a moment later: a busy machine takes longer, and is killed later. */
const killAfter = async (args: readonly string[], events: number, milliseconds: number): Promise<void> => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let lines = 0
  const reached = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      lines += String(chunk).split('\n').length - 1
      if (lines > events) resolve()
    })
  })
  await Promise.race([reached, ended])
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  child.kill('SIGKILL')
  await ended
}

describe('a folder that takes nothing', () => {
  it('is full: what was printed stands, the rest is not begun, exit code 3', (context) => {
    mkdirSync(path('out'))
    const unmount = tinyDisk(path('out'), 300)
    if (unmount === undefined) return context.skip('this machine lets no file system be mounted')
    try {
      const input = write('forms.jsonl', jsonl(Array.from({ length: 40 }, (_, index) => `第${index}份`)))
      const { code: exit, out, err } = batch([input, '-o', path('out')])
      expect(exit).toBe(3)
      expect(err).toContain('磁盘已满')
      expect(out).toContain('批量打印中断')
      expect(readdirSync(path('out')).filter((name) => name.endsWith('.tmp'))).toEqual([])
      expect(pdfs(path('out')).length).toBeGreaterThan(0)
      for (const name of pdfs(path('out')))
        expect(readFileSync(path('out', name)).subarray(-6).toString('latin1')).toMatch(/%%EOF/)
    } finally {
      unmount()
    }
  })

  it('takes no file as large as a print: nothing half is left, exit code 3', () => {
    const input = write('forms.jsonl', jsonl(['甲', '乙']))
    const words = `ulimit -f 16; "${process.execPath}" "${room.built.bin}" batch "${input}" -o "${path('out')}"`
    const { status, stderr } = spawnSync('bash', ['-c', words], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([3, expect.stringContaining(named('甲'))])
    expect(readdirSync(path('out'))).toEqual(['.jixiao-index.jsonl'])
  })

  it('cannot note anything down: its index is a device', (context) => {
    if (spawnSync('test', ['-c', '/dev/full']).status !== 0) return context.skip('no /dev/full here')
    mkdirSync(path('out'))
    symlinkSync('/dev/full', path('out', '.jixiao-index.jsonl'))
    const { code: exit, err } = batch([write('forms.jsonl', jsonl(['甲'])), '-o', path('out')])
    expect([exit, err]).toEqual([3, expect.stringContaining('.jixiao-index.jsonl')])
  })

  it('is read-only', () => {
    mkdirSync(path('out'))
    chmodSync(path('out'), 0o555)
    chmodSync(room.folder, 0o755)
    const input = write('forms.jsonl', jsonl(['甲']))
    // Root may write anywhere: then somebody else is asked to.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const { status, stderr } = spawnSync(process.execPath, [room.built.bin, 'batch', input, '-o', path('out')], {
      encoding: 'utf8',
      ...user,
    })
    chmodSync(path('out'), 0o755)
    expect([status, stderr]).toEqual([3, expect.stringContaining('没有权限')])
    expect(readdirSync(path('out'))).toEqual([])
  })

  it('is a file', () => {
    const input = write('forms.jsonl', jsonl(['甲']))
    for (const target of [input, path('forms.jsonl', 'sub')])
      expect(batch([input, '-o', target])).toMatchObject({ code: 3, err: expect.stringContaining('不是目录') })
  })

  it('is of a file system that is read-only', (context) => {
    mkdirSync(path('disk'))
    const unmount = tinyDisk(path('disk'), 300)
    if (unmount === undefined) return context.skip('this machine lets no file system be mounted')
    try {
      spawnSync('mount', ['-o', 'remount,ro', path('disk')])
      const { code: exit, err } = batch([write('forms.jsonl', jsonl(['甲'])), '-o', path('disk', 'a', 'b')])
      expect([exit, err]).toEqual([3, expect.stringContaining('文件系统是只读的')])
    } finally {
      unmount()
    }
  })

  it('has a folder where a file should be: that form fails, the others are printed', () => {
    mkdirSync(path('out', named('甲')), { recursive: true })
    const { code: exit, out } = batch([write('forms.jsonl', jsonl(['甲', '乙'])), '-o', path('out'), '--json'])
    expect(exit).toBe(1)
    expect(formsOf(out).map(({ status }) => status)).toEqual(['failed', 'printed'])
  })

  // As on Windows where a reader has the PDF open. A mount upon it is what Linux does not let be replaced.
  it('has a file that may not be replaced: that form fails, the others are printed', (context) => {
    const args = [write('forms.jsonl', jsonl(['甲', '乙'])), '-o', path('out'), '--json']
    batch(args)
    const pinned = path('out', named('甲'))
    if (spawnSync('mount', ['--bind', args[0] ?? '', pinned]).status !== 0)
      return context.skip('this machine lets nothing be mounted')
    try {
      const { code: exit, out } = batch([...args, '--force'])
      expect(exit).toBe(1)
      expect(formsOf(out).map(({ status }) => status)).toEqual(['failed', 'printed'])
      expect(out).toContain('同名的文件正被使用')
      expect(readdirSync(path('out')).filter((name) => name.endsWith('.tmp'))).toEqual([])
    } finally {
      spawnSync('umount', [pinned])
    }
  })

  it('has pipes where its index or a print should be: nobody is waited for', (context) => {
    const args = [write('forms.jsonl', jsonl(['甲', '乙'])), '-o', path('out'), '--json']
    batch(args)
    const [print, index] = [path('out', named('甲')), path('out', '.jixiao-index.jsonl')]
    rmSync(print)
    if (spawnSync('mkfifo', [print]).status !== 0) return context.skip('this machine has no pipes')
    const { code: exit, out } = batch(args)
    expect([exit, formsOf(out).map(({ reason, status }) => reason ?? status)]).toEqual([0, ['damaged', 'unchanged']])
    rmSync(index)
    spawnSync('mkfifo', [index])
    expect(batch(args)).toMatchObject({ code: 3, out: expect.stringContaining('不是普通文件') })
  })
})
