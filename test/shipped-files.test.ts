/** What the package carries: a reader who has nothing else finds every file that its pages lead to. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const shipped = (
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as readonly [{ readonly files: readonly { readonly path: string }[] }]
)[0].files.map(({ path }) => path)

/** Targets of links and pictures within the package, from its root. */
const linksOf = (page: string): readonly string[] =>
  Array.from(readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#]+)[^)]*\)/g), ([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(page), target)))

const isShipped = (target: string): boolean => shipped.some((path) => path === target || path.startsWith(`${target}/`))

describe('the package', () => {
  it.each(shipped.filter((path) => path.endsWith('.md')))('carries what %s leads to', (page) => {
    expect(linksOf(page).filter((target) => !isShipped(target))).toEqual([])
  })

  it('carries a form to begin with', () => {
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const [, sample = ''] =
        /cp node_modules\/jixiao-forms\/(\S+)/.exec(readFileSync(join(root, readme), 'utf8')) ?? []
      expect(shipped).toContain(sample)
    }
  })
})
