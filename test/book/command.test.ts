/** `jixiao batch --book`: what stands on disk and what is said, whatever happens on the way. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formText, jsonl, openRoom, run, tinyDisk } from '../many/built.js'
import { makeBook, mixedForms } from './make-book.js'

const room = openRoom('book')
const { path, write } = room
const bind = (args: readonly string[], input = '') => run(room.built.bin, ['batch', ...args], input)

interface BookEvent {
  readonly event: string
  readonly status?: string
  readonly file?: string
  readonly line?: number | null
  readonly entries?: readonly { readonly line: number | null; readonly page: number }[]
  readonly diagnostics?: readonly { readonly code: string; readonly path: string }[]
}
const eventsOf = (out: string): BookEvent[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BookEvent)
/** Nothing beside the files named: no temporary was left. */
const filesOf = (of = room.folder): string[] => readdirSync(of).sort()

describe('jixiao batch --book', () => {
  it('writes the book that the library makes, from JSONL, an array, a folder or standard input', async () => {
    const texts = mixedForms.map((form) => JSON.stringify(form))
    const { pdf } = await makeBook(mixedForms)
    mkdirSync(path('forms'))
    texts.forEach((text, index) => writeFileSync(path('forms', `${index}.json`), text))
    const inputs = [write('a.jsonl', texts.join('\n')), write('a.json', `[${texts.join(',\n')}]`), path('forms'), '-']
    for (const input of inputs) {
      const done = bind([input, '--book', path('book.pdf')], input === '-' ? texts.join('\n') : '')
      expect([done.code, done.err]).toEqual([0, ''])
      expect(done.out).toContain('部门4个，封面和目录2页，正文9页')
      expect(readFileSync(path('book.pdf')).equals(pdf)).toBe(true)
      rmSync(path('book.pdf'))
    }
  })

  it('takes title, duplex, gutter, template and date as the library does', async () => {
    const input = write('a.jsonl', mixedForms.map((form) => JSON.stringify(form)).join('\n'))
    const flags = [
      '--duplex',
      '--gutter',
      '3.5',
      '--title',
      '合订本',
      '--template',
      'national-2015',
      '--creation-date',
      '2024-05-06',
    ]
    expect(bind([input, '--book', path('book.pdf'), ...flags]).code).toBe(0)
    const { pdf } = await makeBook(mixedForms, {
      duplex: true,
      gutter: 3.5,
      title: '合订本',
      template: 'national-2015',
      creationDate: '2024-05-06',
    })
    expect(readFileSync(path('book.pdf')).equals(pdf)).toBe(true)
  })

  it('is dated by SOURCE_DATE_EPOCH where it is set', () => {
    const input = write('a.jsonl', jsonl(['甲']))
    spawnSync(process.execPath, [room.built.bin, 'batch', input, '--book', path('book.pdf')], {
      env: { ...process.env, SOURCE_DATE_EPOCH: '0' },
    })
    expect(readFileSync(path('book.pdf'), 'latin1')).toContain('/CreationDate (D:19700101000000Z)')
  })

  it('writes to standard output, and speaks beside it', async () => {
    const texts = mixedForms.map((form) => JSON.stringify(form)).join('\n')
    const { status, stdout, stderr } = spawnSync(process.execPath, [room.built.bin, 'batch', '-', '--book', '-'], {
      input: texts,
    })
    expect(status).toBe(0)
    expect(stdout.equals((await makeBook(mixedForms)).pdf)).toBe(true)
    expect(stderr.toString()).toContain('汇编完成')
  })

  it('names a faulty form with file, line and field, binds the rest and ends with 1', () => {
    const faulty = formText('乙').replace('"projectPeriodYears":3', '"projectPeriodYears":"3"')
    const input = write('a.jsonl', `${formText('甲')}\n${faulty}\n{"form":\n${formText('丙')}\n`)
    const done = bind([input, '--book', path('book.pdf')])
    expect(done.code).toBe(1)
    expect(done.err).toMatch(/a\.jsonl:2 没有打印：\n {4}项目期（projectPeriodYears）/)
    expect(done.err).toMatch(/a\.jsonl:3 没有打印：\n.*第3行/)
    expect(done.out).toMatch(/打印 +2份\n +有误，没有打印 +2份/)
    expect(done.out).toMatch(/没有打印的表：\n.*a\.jsonl:2/)
    expect(filesOf()).toEqual(['a.jsonl', 'book.pdf'])
  })

  it('tells machines of every form, then which stands on which page', () => {
    const input = write('a.jsonl', `${formText('甲')}\n{}\n${formText('乙').replace('"062"', '"001"')}\n`)
    const done = bind([input, '--book', path('book.pdf'), '--json'])
    const events = eventsOf(done.out)
    expect(events.map(({ event, status, line }) => [event, status, line])).toEqual([
      ['start', undefined, undefined],
      ['form', 'printed', 1],
      ['form', 'failed', 2],
      ['form', 'printed', 3],
      ['book', undefined, undefined],
      ['end', undefined, undefined],
    ])
    expect(events[4]?.entries?.map(({ line, page }) => [line, page])).toEqual([
      [3, 1],
      [1, 2],
    ])
    expect(events[5]).toMatchObject({ ok: false, exitCode: 1, printed: 2, failed: 1, pages: 2 })
    expect(done.code).toBe(1)
  })
})

describe('a book that comes to nothing', () => {
  const before = 'the earlier book'

  it.each([
    ['no form at all', '', 1],
    ['faulty forms only', '{}\n{}\n', 1],
  ])('of %s leaves the earlier one as it was', (_, text, code) => {
    const input = write('a.jsonl', text)
    write('book.pdf', before)
    const done = bind([input, '--book', path('book.pdf')])
    expect([done.code, readFileSync(path('book.pdf'), 'utf8')]).toEqual([code, before])
    expect(done.out).toContain('没有写出文件')
    expect(filesOf()).toEqual(['a.jsonl', 'book.pdf'])
  })

  it.each([
    [['--book', 'book.pdf', '-o', 'dir'], 'flag-conflict'],
    [['--book', '-', '--json'], 'flag-conflict'],
    [['--book', 'book.pdf', '--name', '{projectName}'], 'flag-conflict'],
    [['--book', 'book.pdf', '--force'], 'flag-conflict'],
    [['--book', 'book.pdf', '--gutter', 'wide'], 'option-invalid'],
    [['--book', 'book.pdf', '--gutter', '9.5'], 'gutter-too-wide'],
    [['--book', 'book.pdf', '--copy', 'final'], 'option-invalid'],
    [['--book', 'book.pdf', '--image', 'seal=a.png'], 'flag-conflict'],
    [['--book', 'a.jsonl'], 'option-invalid'],
    [['--book'], 'flag-value-missing'],
    [['-o', 'dir', '--duplex'], 'argument-missing'],
    [[], 'argument-missing'],
  ])('for %j is wrong usage, said in words', (args, code) => {
    write('a.jsonl', jsonl(['甲']))
    const json = args.includes('--json') ? args : [...args, '--json']
    const { status, stdout } = spawnSync(process.execPath, [room.built.bin, 'batch', 'a.jsonl', ...json], {
      cwd: room.folder,
    })
    expect([status, stdout.toString()]).toEqual([2, expect.stringContaining(`"${code}"`)])
    expect(filesOf()).toEqual(['a.jsonl'])
  })

  it('for a folder that is not there, that takes no file, or a folder in its place ends with 3 before a form is read', () => {
    const input = write('a.jsonl', jsonl(['甲']))
    mkdirSync(path('taken.pdf'))
    for (const target of [path('none', 'book.pdf'), path('taken.pdf')]) {
      const done = bind([input, '--book', target, '--json'])
      expect(eventsOf(done.out).map(({ event }) => event)).toEqual(['start', 'end'])
      expect(done.code).toBe(3)
    }
    expect(filesOf()).toEqual(['a.jsonl', 'taken.pdf'])
  })

  it('for a folder that is not there ends with 3 before a record has come', async () => {
    const child = spawn(process.execPath, [room.built.bin, 'batch', '-', '--book', path('none', 'book.pdf')])
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code).toBe(3)
  })

  it('in a read-only folder ends with 3 and leaves it as it was', () => {
    mkdirSync(path('closed'))
    write('a.jsonl', jsonl(['甲']))
    writeFileSync(path('closed', 'book.pdf'), before)
    for (const one of [room.folder, path('a.jsonl')]) chmodSync(one, 0o755)
    chmodSync(path('closed'), 0o555)
    // Root may write anywhere: the command runs as nobody where the test runs as root.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const args = [room.built.bin, 'batch', path('a.jsonl'), '--book', path('closed', 'book.pdf')]
    const done = spawnSync(process.execPath, args, user)
    chmodSync(path('closed'), 0o755)
    expect(done.status).toBe(3)
    expect(filesOf(path('closed'))).toEqual(['book.pdf'])
    expect(readFileSync(path('closed', 'book.pdf'), 'utf8')).toBe(before)
  })

  it('on a full disk ends with 3, the half book gone and the earlier one as it was', () => {
    mkdirSync(path('disk'))
    const unmount = tinyDisk(path('disk'), 64)
    if (unmount === undefined) return console.warn('no tmpfs can be mounted: the test of the full disk is SKIPPED')
    try {
      const input = write('a.jsonl', jsonl(Array.from({ length: 8 }, (_, index) => `第${index}批`)))
      writeFileSync(path('disk', 'book.pdf'), before)
      const done = bind([input, '--book', path('disk', 'book.pdf')])
      expect([done.code, done.err]).toEqual([3, expect.stringContaining('磁盘已满')])
      expect(filesOf(path('disk'))).toEqual(['book.pdf'])
      expect(readFileSync(path('disk', 'book.pdf'), 'utf8')).toBe(before)
    } finally {
      unmount()
    }
  })

  it('writes through a link to the file behind it, and into a device as it is', () => {
    const input = write('a.jsonl', jsonl(['甲']))
    write('real.pdf', before)
    symlinkSync(path('real.pdf'), path('link.pdf'))
    expect(bind([input, '--book', path('link.pdf')]).code).toBe(0)
    expect(readFileSync(path('real.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(bind([input, '--book', '/dev/null']).code).toBe(0)
    if (existsSync('/dev/full')) {
      const { code, out } = bind([input, '--book', '/dev/full'])
      // What a device or a pipe has taken cannot be taken back, and is no book.
      expect([code, out]).toEqual([3, expect.stringContaining('输出的内容不完整，不能使用')])
      expect(out).not.toContain('没有写出文件')
    }
    expect(filesOf()).toEqual(['a.jsonl', 'link.pdf', 'real.pdf'])
  })
})

describe('a run that is killed', () => {
  it('leaves the earlier book as it was, and the next run takes its traces away', async () => {
    const text = jsonl(Array.from({ length: 60 }, (_, index) => `第${index}批`))
    const input = write('a.jsonl', text)
    for (const forms of [1, 12, 35]) {
      write('book.pdf', 'the earlier book')
      await killAfter(forms, [input, '--book', path('book.pdf'), '--json'])
      expect(readFileSync(path('book.pdf'), 'utf8')).toBe('the earlier book')
    }
    expect(filesOf().some((name) => name.endsWith('.tmp'))).toBe(true)
    expect(bind([input, '--book', path('book.pdf')]).code).toBe(0)
    expect(filesOf()).toEqual(['a.jsonl', 'book.pdf'])
    expect(bind([input, '--book', path('again.pdf')]).code).toBe(0)
    expect(readFileSync(path('book.pdf')).equals(readFileSync(path('again.pdf')))).toBe(true)
  })
})

describe('a run that is interrupted', () => {
  it('while its input is silent ends in words, and leaves the earlier book as it was', async () => {
    write('book.pdf', 'the earlier book')
    const child = spawn(process.execPath, [room.built.bin, 'batch', '-', '--book', path('book.pdf'), '--json'])
    child.stdin.write(jsonl(['甲', '乙']))
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      // Once: a second signal ends the process as it would any other.
      if (told.split('"event":"form"').length === 3 && !told.includes('"event":"end"')) child.kill('SIGINT')
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect([code, eventsOf(told).at(-1)]).toMatchObject([130, { event: 'end', exitCode: 130 }])
    // A book is not gone on with, as a folder is.
    expect(told).toContain('再次运行会从头开始')
    expect(filesOf()).toEqual(['book.pdf'])
    expect(readFileSync(path('book.pdf'), 'utf8')).toBe('the earlier book')
  })
})

/** Kills the command without a word when it has told of so many forms. */
const killAfter = (forms: number, args: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [room.built.bin, 'batch', ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      if (told.split('"event":"form"').length > forms) child.kill('SIGKILL')
    })
    child.on('close', () => resolve())
  })
