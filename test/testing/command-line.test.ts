/** `jixiao diff` and `jixiao preview`, as a shell runs them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { decodePng } from '../../src/testing/pixels/decode-png.js'
import { inFolder, jixiao } from '../support/outside/run-cli.js'
import { readSample, sampleFile } from './printed-sample.js'

const sample = fileURLToPath(sampleFile('10-unequal-sides'))

/** The sample and the same with another amount, as files of a kind. */
const pair = async (
  cwd: string,
  make: (input: string, output: string) => readonly string[],
  ending: string,
): Promise<void> => {
  writeFileSync(
    join(cwd, 'other.json'),
    JSON.stringify({ ...readSample('10-unequal-sides'), projectName: '阳泉市公共图书馆免费开放及全民阅读推广' }),
  )
  expect(await jixiao(make(sample, `a.${ending}`), { cwd })).toMatchObject({ code: 0 })
  expect(await jixiao(make('other.json', `b.${ending}`), { cwd })).toMatchObject({ code: 0 })
}

describe('jixiao diff', () => {
  it('tells two PDFs apart in words and pixels, and writes a report', () =>
    inFolder(async (cwd) => {
      await pair(cwd, (input, output) => ['render', input, '-o', output], 'pdf')
      const { code, stdout, stderr } = await jixiao(['diff', 'a.pdf', 'b.pdf', '--dpi', '60'], { cwd })
      expect(code, stderr).toBe(1)
      expect(stdout).toContain('“全民阅读推广”之后少了“项目” (U+9879 U+76EE)')
      expect(stdout).toMatch(/第1页：有\d+个像素不同/)
      expect(stderr).toMatch(/报告已写入jixiao-diff\.html/)
      expect(
        readFileSync(join(cwd, 'jixiao-diff.html'), 'utf8').match(/data:image\/png/g)?.length,
      ).toBeGreaterThanOrEqual(3)
    }))

  it('tells two layouts apart in words', () =>
    inFolder(async (cwd) => {
      await pair(cwd, (input, output) => ['layout', input, '-o', output], 'json')
      const { code, stdout } = await jixiao(['diff', 'a.json', 'b.json', '-o', 'report.html'], { cwd })
      expect(code).toBe(1)
      expect(stdout).toContain('第1页：“项目名称”“全民阅读推广”之后少了“项目” (U+9879 U+76EE)')
      expect(existsSync(join(cwd, 'report.html'))).toBe(true)
    }))

  it('exits 0 for the same file, and for a PDF that has only another date', () =>
    inFolder(async (cwd) => {
      for (const day of ['27', '28'])
        await jixiao(['render', sample, '-o', `${day}.pdf`, '--creation-date', `2023-01-${day}`], { cwd })
      expect(await jixiao(['diff', '27.pdf', '27.pdf'], { cwd })).toMatchObject({ code: 0, stdout: '两者完全相同。\n' })
      const { code, stdout } = await jixiao(['diff', '27.pdf', '28.pdf', '--dpi', '60'], { cwd })
      expect(code).toBe(0)
      expect(stdout).toMatch(/^创建日期由D:20230127.*变为D:20230128.*\n纸面完全相同。\n$/)
      expect(existsSync(join(cwd, 'jixiao-diff.html'))).toBe(false)
    }))

  it('compares files of more than 10 MB to their end', () =>
    inFolder(async (cwd) => {
      await pair(cwd, (input, output) => ['render', input, '-o', output], 'pdf')
      for (const name of ['a', 'b']) {
        const pdf = readFileSync(join(cwd, `${name}.pdf`))
        const end = pdf.indexOf('\n') + 1
        const long = [pdf.subarray(0, end), Buffer.from(`%${'x'.repeat(10_500_000)}\n`), pdf.subarray(end)]
        writeFileSync(join(cwd, `long-${name}.pdf`), Buffer.concat(long))
      }
      const { code, stdout } = await jixiao(['diff', 'long-a.pdf', 'long-b.pdf', '--dpi', '30'], { cwd })
      expect(code).toBe(1)
      expect(stdout).toContain('“全民阅读推广”之后少了“项目” (U+9879 U+76EE)')
    }))

  it('says what is wrong with its files', () =>
    inFolder(async (cwd) => {
      await jixiao(['render', sample, '-o', 'a.pdf'], { cwd })
      writeFileSync(join(cwd, 'x.json'), '[1]')
      expect(await jixiao(['diff', 'a.pdf'], { cwd })).toMatchObject({ code: 2 })
      expect(await jixiao(['diff', 'a.pdf', 'none.pdf'], { cwd })).toMatchObject({ code: 3 })
      expect(await jixiao(['diff', 'x.json', 'a.pdf'], { cwd })).toMatchObject({
        code: 3,
        stderr: expect.stringContaining('x.json既不是PDF，也不是版面'),
      })
      writeFileSync(join(cwd, 'half.pdf'), readFileSync(join(cwd, 'a.pdf')).subarray(0, 900))
      expect(await jixiao(['diff', 'a.pdf', 'half.pdf'], { cwd })).toMatchObject({
        code: 3,
        stderr: expect.stringContaining('half.pdf不是能读取的PDF'),
      })
      expect(await jixiao(['diff', '-', '-'], { cwd, input: '' })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('多了“-”'),
      })
      await jixiao(['layout', sample, '-o', 'a.json'], { cwd })
      expect(await jixiao(['diff', 'a.json', 'a.pdf'], { cwd })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('不能比较'),
      })
    }))
})

describe('jixiao preview', () => {
  it('draws a page, with a grid that shows', () =>
    inFolder(async (cwd) => {
      expect(await jixiao(['preview', sample, '--page', '2', '-o', 'page.png', '--dpi', '60'], { cwd })).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('第2页，共2页，496×702像素'),
      })
      await jixiao(['preview', sample, '--page', '2', '-o', 'grid.png', '--dpi', '60', '--grid'], { cwd })
      const [plain, grid] = ['page.png', 'grid.png'].map((name) => decodePng(readFileSync(join(cwd, name))))
      expect([plain?.width, plain?.height]).toEqual([496, 702])
      expect(grid?.data).not.toEqual(plain?.data)
    }))

  it('refuses a page that is not there', () =>
    inFolder(async (cwd) => {
      expect(await jixiao(['preview', sample, '--page', '3', '-o', 'page.png'], { cwd })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('没有第3页，共2页'),
      })
      expect(await jixiao(['preview', sample, '--page', 'two', '-o', 'page.png'], { cwd })).toMatchObject({ code: 2 })
      expect(existsSync(join(cwd, 'page.png'))).toBe(false)
    }))
})
