/** Files of snapshots and reports: which test has which, what -u takes away and writes anew. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, type MatcherState, vi } from 'vitest'
import { matchBytes } from '../../src/testing/matchers/match-bytes.js'
import { matchLayout } from '../../src/testing/matchers/match-layout.js'
import { matchPages } from '../../src/testing/matchers/match-pages.js'
import { reportPath, snapshotPath } from '../../src/testing/matchers/snapshot-file.js'
import { pages, print } from './printed-sample.js'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-snapshots-'))
  vi.stubEnv('JIXIAO_REPORT_DIR', join(folder, 'reports'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** What vitest hands to a matcher, as far as snapshots ask for it. */
const stateOf = (update: 'all' | 'new' | 'none', currentTestName = 'prints'): MatcherState => {
  const counter = { increment: () => {} }
  const counters = { matched: counter, unmatched: counter, updated: counter, added: counter }
  return {
    testPath: join(folder, 'paper.test.ts'),
    currentTestName,
    snapshotState: { snapshotUpdateState: update, ...counters },
  } as unknown as MatcherState
}

const snapshots = (): readonly string[] => readdirSync(join(folder, '__snapshots__')).sort()

describe('page snapshots', () => {
  const [first] = pages
  const printPages = (count: number): Promise<Uint8Array> =>
    print(Array.from({ length: count }, (_, index) => ({ ...(first as NonNullable<typeof first>), number: index + 1 })))

  it('tells every page that is gone, and -u takes the pictures of all of them away', async () => {
    const options = { name: 'paper', dpi: 20 }
    await matchPages(stateOf('new'), await printPages(4), options)
    expect(snapshots()).toHaveLength(4)
    const shorter = await printPages(1)
    const { pass, message } = await matchPages(stateOf('none'), shorter, options)
    expect(pass).toBe(false)
    expect(message().match(/page \d: this page is gone/g)).toEqual([
      'page 2: this page is gone',
      'page 3: this page is gone',
      'page 4: this page is gone',
    ])
    expect((await matchPages(stateOf('all'), shorter, options)).pass).toBe(true)
    expect(snapshots()).toEqual(['paper.page-1.png'])
  })

  it('a picture that cannot be read is refused by name, and written anew by -u', async () => {
    const options = { name: 'paper', dpi: 20 }
    const pdf = await printPages(1)
    await matchPages(stateOf('new'), pdf, options)
    writeFileSync(join(folder, '__snapshots__/paper.page-1.png'), '<<<<<<< HEAD')
    await expect(matchPages(stateOf('new'), pdf, options)).rejects.toThrow(/paper\.page-1\.png无法读取/)
    expect((await matchPages(stateOf('all'), pdf, options)).pass).toBe(true)
    expect((await matchPages(stateOf('none'), pdf, options)).pass).toBe(true)
  })
})

describe('what matchers are given', () => {
  it('what is no print is told in words', async () => {
    const given = (received: unknown) => matchLayout(stateOf('new'), received as never)
    expect(() => given(Promise.resolve())).toThrow('expect() was given a promise: await what it is given')
    expect(() => given(undefined)).toThrow(
      'expect() was given undefined: give it pages, or what layoutForm or renderForm returns',
    )
    expect(() => given(new Uint8Array(9))).toThrow('expect() was given Uint8Array: give it pages')
    await expect(matchPages(stateOf('new'), pages as never)).rejects.toThrow('expect() was given Array: give it a PDF')
    await expect(matchBytes(stateOf('new'), (async () => {}) as never)).rejects.toThrow(
      'given undefined: give it a PDF',
    )
  })

  it('a picture of no page is none: it would match whatever is printed', async () => {
    const pdf = await print(pages.slice(0, 1))
    await expect(matchPages(stateOf('all'), pdf, { pages: [] })).rejects.toThrow(/至少含一个页码的列表/)
  })

  it('a file without a hash is told as such', async () => {
    const pdf = await print(pages.slice(0, 1))
    await matchBytes(stateOf('new'), pdf, 'paper')
    writeFileSync(join(folder, '__snapshots__/paper.bytes.txt'), '<<<<<<< HEAD')
    const { pass, message } = await matchBytes(stateOf('new'), pdf, 'paper')
    expect(pass).toBe(false)
    expect(message()).toMatch(/no hash stands in .*paper\.bytes\.txt/)
    expect((await matchBytes(stateOf('all'), pdf, 'paper')).pass).toBe(true)
  })
})

describe('names of snapshot files', () => {
  const fileOf = (test: string): string => basename(snapshotPath(stateOf('new', test), undefined, '.layout.txt'))

  it('tests have their names, with hyphens', () => {
    expect(fileOf('group > prints as it did')).toBe('paper-group-prints-as-it-did.layout.txt')
  })

  it.each([
    ['2023/2024', '20232024'],
    ['a:b', 'a?b'],
    ['x>y', 'x y'],
    [`${'甲'.repeat(200)}一`, `${'甲'.repeat(200)}二`],
  ])('%s and %s are two', (one, other) => {
    expect(fileOf(one)).not.toBe(fileOf(other))
  })

  it('a long Chinese name is one that a file system takes', () => {
    const name = fileOf(`各县区${'项目支出绩效目标表'.repeat(20)}`)
    expect(Buffer.byteLength(name)).toBeLessThan(255)
    mkdtempSync(join(folder, name))
    expect(fileOf('𠮷'.repeat(100))).not.toMatch(/\p{Cs}/u)
  })
})

it('reports of two folders whose snapshots are called alike are two', async () => {
  const [one, two] = ['one', 'two'].map((name) => reportPath(join(process.cwd(), name, '__snapshots__/heating.pages')))
  expect(one).not.toBe(two)
  const outside = reportPath(join(folder, '__snapshots__/heating.pages'))
  expect(outside.startsWith(join(folder, 'reports'))).toBe(true)
  expect(existsSync(outside)).toBe(false)
})
