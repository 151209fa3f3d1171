import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/**
 * What each folder may import, besides itself: the flow goes one way, input → model → checks → template → text → layout →
 * paint → finish, and what binds stages together is known by none of them. Text and template know layout for its lengths.
 */
const MAY_IMPORT: Readonly<Record<string, string>> = {
  kernel: '',
  dates: '',
  lists: '',
  diagnostics: '',
  input: 'diagnostics',
  fonts: 'diagnostics kernel',
  platform: 'diagnostics fonts kernel',
  model: 'dates diagnostics input define-form',
  checks: 'diagnostics lists model text',
  text: 'fonts layout lists',
  template: 'dates diagnostics fonts layout lists text',
  images: 'diagnostics template',
  layout: 'diagnostics fonts lists template text',
  paint: 'fonts images kernel layout lists text',
  finish: 'dates diagnostics kernel lists paint',
  sign: 'dates diagnostics finish fonts kernel layout paint platform text',
  read: 'paint sign',
  copies:
    'diagnostics fonts images input kernel layout model paint platform read sign template text define-form options render',
  book: 'dates diagnostics finish fonts input layout lists model paint platform template text define-form option-types options render',
  many: 'copies diagnostics fonts input model platform template text define-form option-types options render',
  queue: 'diagnostics input many model platform define-form option-types options',
  testing: 'copies diagnostics finish images layout many model platform template text define-form options render',
  cli: 'book copies diagnostics fonts images input layout many platform sign testing define-form options render templates',
  templates: 'book checks diagnostics lists model template define-form',
}

const root = fileURLToPath(new URL('..', import.meta.url))

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))

/** The folder of a source by its name in the table; a file of `src` itself by its own. */
const roomOf = (file: string): string => {
  const [top = '', room = ''] = file.split(sep)
  return top === 'src' ? room.replace(/\.[jt]s$/, '') : top
}

const importsOf = (file: string): readonly string[] =>
  Array.from(readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g), ([, path = '']) =>
    roomOf(normalize(join(dirname(file), path))),
  )

const strangersOf = (file: string): readonly string[] => {
  const room = roomOf(file)
  const known = new Set([room, ...(MAY_IMPORT[room] ?? '').split(' ')])
  return importsOf(file)
    .filter((other) => !known.has(other))
    .map((other) => `${file} imports ${other}`)
}

describe('the flow of the stages', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

  it('is written down for every folder', () => {
    expect([...folders.map(({ name }) => name), 'templates'].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  it.each(Object.keys(MAY_IMPORT))('holds in %s', (name) => {
    const files = sourcesIn(name === 'templates' ? name : join('src', name))
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(strangersOf)).toEqual([])
  })
})
