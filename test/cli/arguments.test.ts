/** Wrong usage: exit code 2, a Chinese sentence, nothing written. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectRefusedArguments, expectSeemly } from '../support/outside/expect-refused.js'
import { inFolder, jixiao } from '../support/outside/run-cli.js'

const text = readFileSync(
  new URL('../../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url),
  'utf8',
)

const wrong: readonly (readonly [args: readonly string[], says: readonly (string | RegExp)[]])[] = [
  [[], ['命令', 'render']],
  [
    ['print', 'form.json'],
    ['print', 'render'],
  ],
  [['RENDER', 'form.json'], ['RENDER']],
  [['render'], ['数据文件']],
  [['check'], ['数据文件']],
  [['layout'], ['数据文件']],
  [['render', 'form.json', 'other.json'], ['other.json']],
  [['forms', 'form.json'], ['form.json']],
  [
    ['render', 'form.json', '--out', 'out.pdf'],
    ['--out', '--output'],
  ],
  [['render', 'form.json', '-x'], ['-x']],
  [['render', 'form.json', '--no-strict'], ['--no-strict']],
  [['check', 'form.json', '--title', 'x'], ['--title']],
  [['layout', 'form.json', '--strict=1'], ['1']],
  [['render', 'form.json', '-o'], ['-o']],
  [['render', 'form.json', '-o', ''], ['-o']],
  [['render', 'form.json', '--template'], ['--template']],
  [['render', 'form.json', '--template', '--strict'], ['--template']],
  [['render', 'form.json', '--strict=yes'], ['yes']],
  [
    ['render', 'form.json', '--template', 'nonesuch', '-o', 'out.pdf'],
    ['nonesuch', 'yangquan-2023', 'national-2015'],
  ],
  [['render', 'form.json', '--template', '__proto__', '-o', 'out.pdf'], ['__proto__']],
  [['check', 'form.json', '--template', 'nonesuch'], ['nonesuch']],
  [['layout', 'form.json', '--template', 'nonesuch'], ['nonesuch']],
  [
    ['render', 'form.json', '--title', '长'.repeat(201), '-o', 'out.pdf'],
    ['201', '200'],
  ],
  [['render', 'form.json', '--title', 'a\u0001b', '-o', 'out.pdf'], [/U\+0001/]],
  [
    ['render', 'form.json', '--title', '标题😀', '-o', 'out.pdf'],
    [/title/, /U\+1F600/],
  ],
  [
    ['render', 'form.json', '--creation-date', 'yesterday', '-o', 'out.pdf'],
    ['yesterday', 'ISO 8601'],
  ],
  [['render', 'form.json', '--creation-date', '2023-02-30', '-o', 'out.pdf'], ['2023-02-30']],
  [['render', 'form.json', '--creation-date', '2023-01-28T25:00:00Z', '-o', 'out.pdf'], ['2023-01-28T25']],
  [
    ['render', 'form.json', '--font', 'song', '-o', 'out.pdf'],
    ['song', 'ROLE=PATH'],
  ],
  [['render', 'form.json', '--font', '=a.ttf', '-o', 'out.pdf'], ['ROLE=PATH']],
  [['render', 'form.json', '-o', 'form.json'], ['同一个文件']],
  [['render', 'form.json', '-o', './form.json'], ['同一个文件']],
  [['layout', 'form.json', '-o', 'form.json'], ['同一个文件']],
]

describe('the command line', () => {
  it.concurrent.each(wrong)('jixiao %j is wrong usage', (args, says) =>
    expectRefusedArguments(args, { code: 2, says }, text),
  )

  it.concurrent('refuses -o - together with --json, in a report', () =>
    refusesJsonBesidePdf(['render', 'form.json', '-o', '-', '--json']))

  it.concurrent('refuses --json where the PDF goes to standard output of itself, in a report', () =>
    refusesJsonBesidePdf(['render', '-', '--json']))

  it.concurrent('refuses a SOURCE_DATE_EPOCH that is none', () =>
    expectRefusedArguments(
      ['render', 'form.json', '-o', 'out.pdf'],
      { code: 2, says: ['SOURCE_DATE_EPOCH', 'soon'] },
      text,
      { env: { SOURCE_DATE_EPOCH: 'soon' } },
    ))

  it.concurrent('shows the usage whole, not a piece of it', () =>
    expectRefusedArguments(['render'], { code: 2, says: [/用法：jixiao render .*\[--json\]/] }, text))

  it.concurrent('refuses to print with --strict where a finding is an error', () =>
    expectRefusedArguments(
      ['render', 'form.json', '-o', 'out.pdf', '--strict'],
      { code: 1, says: [/实施期资金总额（funding\.implementation\.total）/, /年度资金总额（funding\.annual\.total）/] },
      text.replace('22900000', '1'),
    ))

  it.concurrent('reports findings of check with exit code 1, hints with 0', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'good.json'), text)
      writeFileSync(join(cwd, 'bad.json'), text.replace('22900000', '1'))
      const good = await jixiao(['check', 'good.json'], { cwd })
      const bad = await jixiao(['check', 'bad.json'], { cwd })
      expect([good.code, bad.code]).toEqual([0, 1])
      expect(bad.stdout).toMatch(/实施期资金总额（funding\.implementation\.total）.*第1页/)
      expect([good.stderr, bad.stderr]).toEqual(['', ''])
    }))

  it.concurrent('writes one report with --json, also of a failure', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'form.json'), text)
      writeFileSync(join(cwd, 'bad.json'), '{"form": "performance-target"}')
      const good = await jixiao(['render', 'form.json', '--json'], { cwd })
      expect(JSON.parse(good.stdout)).toMatchObject({
        ok: true,
        form: 'performance-target',
        template: 'yangquan-2023',
        output: 'form.pdf',
        pages: 2,
      })
      const bad = await jixiao(['render', 'bad.json', '--json'], { cwd })
      expect(bad.code).toBe(1)
      const report = JSON.parse(bad.stdout)
      expect(report).toMatchObject({ ok: false, output: null, pages: null })
      for (const one of report.diagnostics) {
        expect(Object.keys(one)).toEqual(
          expect.arrayContaining(['code', 'severity', 'path', 'label', 'message', 'hint', 'facts']),
        )
        expect(one.message).toMatch(/\p{sc=Han}/u)
        expect(one.hint).toMatch(/\p{sc=Han}/u)
      }
      expect(report.diagnostics.map((one: { path: string }) => one.path)).toContain('projectName')
      const none = await jixiao(['check', 'nowhere.json', '--json'], { cwd })
      expect([none.code, JSON.parse(none.stdout).diagnostics[0].code]).toEqual([3, 'file-unreadable'])
    }))

  it.concurrent.each([
    [['--help']],
    [['help']],
    [['render', '--help']],
    [['--version']],
    [['forms']],
    [['forms', '--json']],
  ])('answers jixiao %j', async (args) => {
    const ran = await jixiao(args)
    expectSeemly(ran)
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.stdout.trim()).not.toBe('')
  })
})

const refusesJsonBesidePdf = (args: readonly string[]): Promise<void> =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'form.json'), text)
    const ran = await jixiao(args, { cwd, input: text })
    expect(ran.code).toBe(2)
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'flag-conflict' }] })
  })
