import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { listForms } from '../../src/many/list-forms.js'
import { openInput } from '../../src/many/open-input.js'

let folder = ''
const at = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-list-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const make = (...names: readonly string[]): void => {
  for (const name of names) {
    mkdirSync(join(at(name), '..'), { recursive: true })
    writeFileSync(at(name), '{}')
  }
}

describe('the forms of a folder', () => {
  it('are its JSON files and those below, in the order of the paths, hidden ones left out', () => {
    make('b.json', 'a/z.JSON', 'a.json', '.h.json', '.hidden/x.json', 'note.txt')
    expect(listForms(folder)).toEqual(['a.json', 'a/z.JSON', 'b.json'])
  })

  it('are there once, however many links lead to their folder', () => {
    make('a.json', 'real/b.json')
    symlinkSync('.', at('loop'))
    symlinkSync('..', at('real/up'))
    symlinkSync('.', at('again'))
    symlinkSync('real', at('another'))
    expect(listForms(folder)).toEqual(['a.json', 'real/b.json'])
  })

  it('are those behind links as well, by the way that leads there', () => {
    make('in/a.json', 'out/b.json', 'out/c.json')
    symlinkSync('../out', at('in/linked.json'))
    symlinkSync('../out/b.json', at('in/b.json'))
    expect(listForms(at('in'))).toEqual(['a.json', 'b.json', 'linked.json/b.json', 'linked.json/c.json'])
  })

  it('are no folders, and everything else of that name, which reading says is none', async () => {
    make('a.json', 'sub.json/b.json')
    symlinkSync('nowhere', at('gone.json'))
    symlinkSync('circle.json', at('circle.json'))
    const pipes = spawnSync('mkfifo', [at('pipe.json')]).status === 0
    const reasons: Record<string, unknown> = {}
    for await (const { place, data } of openInput(folder, process.stdin).records)
      reasons[place.file] = data instanceof FormError ? data.diagnostics[0]?.facts['reason'] : 'read'
    expect(reasons).toEqual({
      'a.json': 'read',
      'circle.json': 'ELOOP',
      'gone.json': 'ENOENT',
      ...(pipes ? { 'pipe.json': 'not-regular' } : {}),
      'sub.json/b.json': 'read',
    })
  })

  // It was said that the file is not there.
  it.skipIf(process.platform !== 'linux')(
    'are told by the encoding of their names where that is not UTF-8',
    async () => {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb1, 0xed]), Buffer.from('.json')]), '{}')
      const reasons: unknown[] = []
      for await (const { data } of openInput(folder, process.stdin).records)
        reasons.push(data instanceof FormError ? data.diagnostics[0]?.facts['reason'] : 'read')
      expect(reasons).toEqual(['name-encoding'])
    },
  )
})
