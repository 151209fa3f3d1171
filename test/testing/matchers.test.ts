/** The matchers in a project of their own: written, matched, failing with words and a report, written anew by vitest's -u, refused in CI. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtPackage } from '../support/outside/built-package.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-matchers-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'vitest.config.js'), 'export default { test: { include: ["*.test.js"], pool: "forks" } }')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const test = (projectName: string): string => {
  const load = (path: string): string => pathToFileURL(join(builtPackage(), path)).href
  return `
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import '${load('src/testing/vitest.js')}'
import { readJson, renderForm } from '${load('src/index.js')}'
import { performanceTarget as form } from '${load('templates/index.js')}'

const data = { ...readJson(readFileSync('${join(root, 'templates/performance-target/samples/01-heating-allowance.json')}')), projectName: '${projectName}' }

test('prints as it did', async () => {
  const rendered = await renderForm(form, data)
  expect.soft(rendered).toMatchLayoutSnapshot()
  await expect.soft(rendered).toMatchPageSnapshot({ name: 'heating', dpi: 48 })
  await expect.soft(rendered).toContainEveryCharacterOf({ form, data })
  await expect.soft(async () => renderForm(form, data)).toBeStableBytes('heating')
})

test('notices what is missing', async () => {
  const rendered = await renderForm(form, { ...data, projectName: '取暖补贴项目' })
  await expect(rendered).not.toContainEveryCharacterOf({ form, data })
})
`
}

const run = (projectName: string, args: readonly string[] = [], ci = false) => {
  writeFileSync(join(folder, 'paper.test.js'), test(projectName))
  const { CI: _, ...environment } = process.env
  const result = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, NO_COLOR: '1', JIXIAO_REPORT_DIR: 'reports', ...(ci ? { CI: 'true' } : {}) },
  })
  return { code: result.status, text: result.stdout + result.stderr }
}

const snapshots = (): readonly string[] =>
  existsSync(join(folder, '__snapshots__')) ? readdirSync(join(folder, '__snapshots__')).sort() : []

describe('matchers in a project', () => {
  it('fail in CI where there is no snapshot, and write none', () => {
    const { code, text } = run('一', [], true)
    expect(code, text).toBe(1)
    expect(text).toContain(
      'there is no layout snapshot __snapshots__/paper-prints-as-it-did.layout.txt, and none is written in CI',
    )
    expect(snapshots()).toEqual([])
  })

  it('write new snapshots beside the test', () => {
    const { code, text } = run('一')
    expect(code, text).toBe(0)
    expect(text).toMatch(/Snapshots\s+3 written/)
    expect(snapshots()).toEqual(['heating.bytes.txt', 'heating.page-1.png', 'paper-prints-as-it-did.layout.txt'])
  })

  it('match them in a second run, in CI too', () => {
    expect(run('一', [], true)).toMatchObject({ code: 0 })
  })

  it('fail with words and a report for another name', () => {
    const { code, text } = run('二')
    expect(code, text).toBe(1)
    expect(text).toContain('page 1: 项目名称: “二” (U+4E8C) instead of “一” (U+4E00) at the start')
    expect(text).toMatch(/page 1: \d+ pixels differ, by at most \d+ of 255, in 1 place/)
    expect(text).toMatch(/mm from the top: .*项目名称/)
    expect(text).toContain('what is painted on the pages differs')
    const report = readFileSync(join(folder, 'reports/heating.pages.html'), 'utf8')
    expect(report.match(/data:image\/png;base64/g)).toHaveLength(3)
    expect(report).not.toMatch(/(?:src|href)="(?!data:)/)
    expect(readFileSync(join(folder, 'reports/paper-prints-as-it-did.layout.html'), 'utf8')).toContain(
      '“二” (U+4E8C) instead of “一” (U+4E00)',
    )
  })

  it('are written anew by -u', () => {
    const { code, text } = run('二', ['-u'])
    expect(code, text).toBe(0)
    expect(text).toMatch(/Snapshots\s+3 updated/)
    expect(readFileSync(join(folder, '__snapshots__/paper-prints-as-it-did.layout.txt'), 'utf8')).toContain('"二"')
  })
})
