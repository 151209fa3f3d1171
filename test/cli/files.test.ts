/** Files, fonts, folders and pipes that fail: exit code 3, a Chinese sentence, no half file, no temporary file left. */
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { tinyFont } from '../fonts/tiny-font.js'
import { expectRefusal, expectRefusedArguments, expectSeemly } from '../support/outside/expect-refused.js'
import { inFolder, jixiao } from '../support/outside/run-cli.js'

const text = readFileSync(
  new URL('../../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url),
  'utf8',
)
const hei = fileURLToPath(new URL('../../fonts/JixiaoHei-Medium.ttf', import.meta.url))

/** A refusal needs no more memory than this; printing a form needs less. */
const MOST_KILOBYTES = 300_000

/** A folder with a sound form, a folder in it, and fonts that are none. */
const inRoom = (use: (cwd: string) => Promise<void>): Promise<void> =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'form.json'), text)
    mkdirSync(join(cwd, 'folder'))
    writeFileSync(join(cwd, 'words.ttf'), 'this is no font')
    writeFileSync(join(cwd, 'empty.ttf'), '')
    writeFileSync(join(cwd, 'half.ttf'), readFileSync(hei).subarray(0, 100_000))
    writeFileSync(join(cwd, 'forbidden.ttf'), tinyFont({ fsType: 2 }))
    await use(cwd)
  })

const failing: readonly (readonly [name: string, args: readonly string[], says: readonly (string | RegExp)[]])[] = [
  ['a data file that is not there', ['render', 'nowhere.json'], ['nowhere.json']],
  ['a folder as data file', ['render', 'folder'], ['folder', '目录']],
  ['a folder as data file to check', ['check', 'folder'], ['folder', '目录']],
  ['a file as folder of the data', ['render', 'form.json/x.json'], ['form.json/x.json']],
  ['an endless device as data file', ['render', '/dev/zero', '-o', 'out.pdf'], ['/dev/zero']],
  ['a folder as output', ['render', 'form.json', '-o', 'folder'], ['folder', '目录']],
  ['a folder as output of the layout', ['layout', 'form.json', '-o', 'folder'], ['folder', '目录']],
  ['an output in a folder that is not there', ['render', 'form.json', '-o', 'nowhere/out.pdf'], ['nowhere/out.pdf']],
  ['an output in a file', ['render', 'form.json', '-o', 'form.json/out.pdf'], ['form.json/out.pdf']],
  ['an output where nobody may write', ['render', 'form.json', '-o', '/proc/out.pdf'], ['/proc/out.pdf']],
  ['an output with a name too long', ['render', 'form.json', '-o', `${'x'.repeat(300)}.pdf`], ['过长']],
  ['a full device as output', ['render', 'form.json', '-o', '/dev/full'], ['/dev/full', '满']],
  ['a font that is not there', ['render', 'form.json', '--font', 'song=nowhere.ttf'], ['nowhere.ttf']],
  ['a folder as font', ['render', 'form.json', '--font', 'song=folder'], ['folder', '目录']],
  ['words as font', ['render', 'form.json', '--font', 'song=words.ttf'], ['words.ttf']],
  ['nothing as font', ['render', 'form.json', '--font', 'song=empty.ttf'], ['empty.ttf']],
  ['half a font', ['check', 'form.json', '--font', 'song=half.ttf'], ['half.ttf']],
  ['data as font', ['layout', 'form.json', '--font', 'song=form.json'], ['form.json']],
  ['a font that must not be embedded', ['render', 'form.json', '--font', 'song=forbidden.ttf'], ['forbidden.ttf']],
  [
    'a face that the font has not',
    ['render', 'form.json', '--font', `song=${hei}#Nobody`],
    ['Nobody', 'JixiaoHei-Medium'],
  ],
  ['an endless device as font', ['render', 'form.json', '--font', 'song=/dev/zero'], ['/dev/zero']],
]

describe('a file that fails', () => {
  it.concurrent.each(failing)('%s', (_, args, says) =>
    inRoom(async (cwd) => {
      const before = readdirSync(cwd)
      const ran = await jixiao(args, { cwd })
      expectRefusal(ran, { code: 3, says })
      expect(ran.stdout).toBe('')
      expect(readdirSync(cwd)).toEqual(before)
    }),
  )

  it.concurrent('a font that is not there leaves the earlier output', () =>
    expectRefusedArguments(
      ['render', 'form.json', '-o', 'out.pdf', '--font', 'song=nowhere.ttf'],
      { code: 3, says: ['nowhere.ttf'] },
      text,
    ))

  it.concurrent('links in a circle', () =>
    inRoom(async (cwd) => {
      symlinkSync('b.pdf', join(cwd, 'a.pdf'))
      symlinkSync('a.pdf', join(cwd, 'b.pdf'))
      expectRefusal(await jixiao(['render', 'form.json', '-o', 'a.pdf'], { cwd }), { code: 3, says: ['a.pdf'] })
      expectRefusal(await jixiao(['render', 'a.pdf', '-o', 'c.pdf'], { cwd }), { code: 3, says: ['a.pdf'] })
    }))

  it.concurrent('a data file of 3 GB is refused for its size and is not read', () =>
    inRoom(async (cwd) => {
      writeFileSync(join(cwd, 'huge.json'), '')
      truncateSync(join(cwd, 'huge.json'), 3 * 2 ** 30)
      const start = performance.now()
      expectRefusal(await jixiao(['render', 'huge.json'], { cwd }), { code: 1, says: ['10 MB'] })
      expect(performance.now() - start).toBeLessThan(5_000)
    }))

  it.concurrent('a data file of 1 GB is refused in the memory of a small one', () =>
    inRoom(async (cwd) => {
      writeFileSync(join(cwd, 'huge.json'), '')
      truncateSync(join(cwd, 'huge.json'), 2 ** 30)
      writeFileSync(
        join(cwd, 'weigh.mjs'),
        `process.on('exit', () => { if (process.resourceUsage().maxRSS > ${MOST_KILOBYTES}) process.exitCode = 99 })`,
      )
      expectRefusal(
        await jixiao(['render', 'huge.json'], { cwd, env: { NODE_OPTIONS: `--import=${join(cwd, 'weigh.mjs')}` } }),
        { code: 1, says: ['10 MB'] },
      )
    }))
})

describe('standard input and output', () => {
  it.concurrent('carry the form through a pipe', async () => {
    const { code, out, stderr } = await jixiao(['render', '-'], { input: text })
    expect([code, out.subarray(0, 8).toString(), out.subarray(-6).toString().trim()]).toEqual([0, '%PDF-1.7', '%%EOF'])
    expect(stderr).not.toMatch('已打印')
  })

  it.concurrent('without input end in a sentence', async () => {
    expectRefusal(await jixiao(['render', '-'], { input: '' }), { code: 1, says: ['空'] })
  })

  it.concurrent('with too much input end in a sentence', async () => {
    expectRefusal(await jixiao(['render', '-'], { input: Buffer.alloc(30_000_000, 0x20) }), {
      code: 1,
      says: ['10 MB'],
    })
  })

  const whole: readonly (readonly string[])[] = [
    ['render', '-', '-o', '-'],
    ['layout', '-'],
    ['check', '-'],
    ['forms'],
    ['--help'],
    ['--version'],
    ['check', '-', '--json'],
    ['forms', '--json'],
  ]

  const full = existsSync('/dev/full') ? it.concurrent : it.skip
  full.each(whole.map((args) => [args]))('into a full device: jixiao %j', async (args) => {
    const file = openSync('/dev/full', 'w')
    try {
      const ran = await jixiao(args, { input: text, stdout: file })
      expectRefusal(ran, { code: 3, says: ['满'] })
    } finally {
      closeSync(file)
    }
  })

  it.concurrent.each([[['render', '-']], [['layout', '-']]])('into a pipe that closes: jixiao %j', async (args) => {
    const ran = await jixiao(args, { input: text, readOnly: 10 })
    expectSeemly(ran)
    // What fits into the pipe before it closes is written; what does not is a fault, said in words.
    if (ran.code !== 0) expectRefusal(ran, { code: 3, says: ['关闭'] })
  })

  it('into a pipe that takes nothing for a while and makes nobody wait', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'form.json'), text)
      const { mainJs } = await import('../support/outside/built-package.js')
      // Node sets its own end of a pipe to be not waited for, and whoever inherits it finds it so.
      const parent = `process.stdout.write(''); require('node:child_process').spawnSync(process.execPath, process.argv.slice(1), { stdio: ['ignore', 'inherit', 'inherit'] })`
      const run = `"${process.execPath}" -e "${parent}" -- "${mainJs()}" layout form.json`
      const slowly = execFileSync('bash', ['-c', `${run} | (sleep 1; cat)`], { cwd, maxBuffer: 1e8 }).toString()
      expect(slowly).toBe((await jixiao(['layout', 'form.json'], { cwd })).stdout)
    }))

  it('into head -c 10, as a shell does it', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'form.json'), text)
      const { mainJs } = await import('../support/outside/built-package.js')
      const script = `"${process.execPath}" "${mainJs()}" layout form.json 2> err.txt | head -c 10; echo " \${PIPESTATUS[0]}"`
      const shown = execFileSync('bash', ['-c', script], { cwd }).toString()
      expect(shown.trim()).toMatch(/ 3$/)
      expectRefusal(
        { code: 3, out: Buffer.alloc(0), stdout: '', stderr: readFileSync(join(cwd, 'err.txt'), 'utf8') },
        { code: 3, says: ['关闭'] },
      )
    }))
})

describe('an output', () => {
  it.concurrent('is replaced whole, behind a link too', () =>
    inRoom(async (cwd) => {
      writeFileSync(join(cwd, 'real.pdf'), 'earlier')
      symlinkSync('real.pdf', join(cwd, 'link.pdf'))
      const { code } = await jixiao(['render', 'form.json', '-o', 'link.pdf'], { cwd })
      expect(code).toBe(0)
      expect(readFileSync(join(cwd, 'real.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
      expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
    }))

  it.concurrent('of two runs at once is one of the two, whole', () =>
    inRoom(async (cwd) => {
      const runs = await Promise.all([
        jixiao(['render', 'form.json', '-o', 'x.pdf'], { cwd }),
        jixiao(['render', 'form.json', '-o', 'x.pdf'], { cwd }),
      ])
      expect(runs.map(({ code }) => code)).toEqual([0, 0])
      expect(readFileSync(join(cwd, 'x.pdf')).subarray(-6).toString().trim()).toBe('%%EOF')
      expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
    }))
})
