/** A form that is defined in the program that prints it: threads that import it would be that program once more. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { surroundingsFaults } from '../../src/testing/invariants/surroundings.js'
import { formText, openRoom } from './built.js'

const room = openRoom('own-program')

const imports = (): string => `
import { appendFileSync, readFileSync } from 'node:fs'
import { defineForm, renderMany } from '${room.built.url('src/index.js')}'
import { performanceTarget } from '${room.built.url('templates/index.js')}'
const records = () => [new Uint8Array(readFileSync('${room.write('form.json', formText('甲'))}'))]
`
/** Notes each time it is loaded. */
const definition = (): string => `
appendFileSync('${room.path('loaded')}', 'x')
export const own = defineForm({ ...performanceTarget, module: import.meta.url })
`
const printing = `
for await (const { kind, error } of renderMany(own, records(), { concurrency: 2 })) console.log(kind, error?.message ?? '')
`
const inMain = `const main = async () => { ${printing} }\n`
const caught = 'await main().catch(({ diagnostics: [{ code, facts }] }) => console.log(code, facts.variant))\n'

const runFile = (file: string): string => execFileSync(process.execPath, [file], { encoding: 'utf8' })
const timesLoaded = (): number => readFileSync(room.path('loaded')).length

describe('a form of the running program', () => {
  it('is refused in words where the program awaits its prints at the top level', () => {
    const file = room.write('tla.mjs', imports() + definition() + printing)
    const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain('请把定义单独放进一个模块')
    expect(timesLoaded()).toBe(1)
  })

  it('is refused before a thread runs the program again', () => {
    const file = room.write('main.mjs', `${imports()}${definition()}${inMain}main().catch(() => process.exit(9))`)
    expect(spawnSync(process.execPath, [file]).status).toBe(9)
    expect(timesLoaded()).toBe(1)
  })

  it('is known through a link, a folder and in a thread that the caller started', () => {
    const file = room.write('index.mjs', imports() + definition() + inMain + caught)
    symlinkSync(file, room.path('linked.mjs'))
    expect(runFile(room.path('linked.mjs'))).toBe('form-unaddressed program\n')
    mkdirSync(room.path('folder'))
    writeFileSync(room.path('folder', 'package.json'), '{ "main": "../index.mjs" }')
    expect(runFile(room.path('folder'))).toBe('form-unaddressed program\n')
    const starts = room.write(
      'starts.mjs',
      `import { Worker } from 'node:worker_threads'\nnew Worker(new URL('index.mjs', import.meta.url))`,
    )
    expect(runFile(starts)).toBe('form-unaddressed program\n')
  })
})

describe('a form tested by the program that defines it', () => {
  it('is refused before a process runs that program again', async () => {
    const form = { module: process.argv[1] ?? '', id: 'own' }
    await expect(surroundingsFaults(form, [])).rejects.toMatchObject({
      diagnostics: [{ code: 'form-unaddressed', facts: { variant: 'program' } }],
    })
  })
})

describe('a module that prints its own form when it is loaded', () => {
  it('is refused where its loading awaits its prints', () => {
    room.write('forms.mjs', imports() + definition() + inMain + caught)
    expect(runFile(room.write('imports.mjs', "import './forms.mjs'\n"))).toBe('form-unaddressed awaited\n')
  })

  it('does not print once more in each thread', () => {
    room.write('forms.mjs', `${imports()}${definition()}${inMain}main()`)
    const out = runFile(room.write('imports.mjs', "import './forms.mjs'\n"))
    expect(out).toMatch(/^failed .*载入“performance-target”的工作线程里又要批量打印/)
  })

  it('is printed by a program of its own, which no thread runs again', () => {
    room.write('forms.mjs', imports() + definition())
    const program = room.write('program.mjs', `${imports()}import { own } from './forms.mjs'\n${printing}`)
    expect(runFile(program)).toBe('rendered \n')
  })
})
