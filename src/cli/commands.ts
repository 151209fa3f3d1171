/** The commands: each reads its input, calls the engine, writes its output and returns the exit code. */
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { asFormError } from '../diagnostics/internal-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { readJson } from '../input/read-json.js'
import { toMillimetres } from '../layout/to-millimetres.js'
import type { FormOptions } from '../options.js'
import { chooseTemplate } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import { writeFileAtomic } from '../platform/write-file.js'
import { check, layOut, render } from '../render.js'
import type { Flags } from './arguments.js'
import { chooseForm, labelsOf } from './choose-form.js'
import { readInput } from './read-input.js'
import { readOptions, type Surroundings } from './read-options.js'
import { refuseOverwrite } from './refuse-overwrite.js'
import { writeCopy, writeFindings, writeReport, writeSummary } from './report.js'

/** Where a command writes; each resolves when all is written. */
export interface Terminal extends Surroundings {
  readonly forms: readonly FormDefinition[]
  readonly out: (data: string | Uint8Array) => Promise<void>
  readonly err: (text: string) => Promise<void>
}

/** 0 done; 1 the data is at fault; 2 wrong usage; 3 a file, font or folder cannot be read or written; 4 to 7 verdicts of `verify`; 130, 143 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 130 | 143

interface Opened {
  readonly form: FormDefinition
  readonly data: unknown
  readonly options: FormOptions
}

const open = async (input: string, flags: Flags, terminal: Terminal): Promise<Opened> => {
  const options = readOptions(flags, terminal)
  const data = readJson(await readInput(input), labelsOf(terminal.forms))
  return { form: chooseForm(terminal.forms, data), data, options }
}

export const renderCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  const output = flags.output ?? defaultOutput(input)
  refuseOverwrite(input, flags, output)
  if (flags.json && output === '-')
    throw new FormError([problem('flag-conflict', '', { first: '-o -', second: '--json' })], 'usage')
  const opened = await open(input, flags, terminal)
  try {
    return await printForm(opened, output, flags, terminal)
  } catch (error) {
    return reportFailure(error, flags.json, terminal, opened)
  }
}

const printForm = async (
  { form, data, options }: Opened,
  output: string,
  flags: Flags,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { pdf, pages, diagnostics, ...copy } = await render(form, data, options, nodePlatform)
  if (output === '-') await terminal.out(pdf)
  else writeFileAtomic(output, pdf)
  if (flags.json) {
    const template = chooseTemplate(form, data, options).id
    await terminal.out(
      writeReport({ ok: true, form: form.id, template, output, pages: pages.length, ...copy, diagnostics }),
    )
    return 0
  }
  await terminal.err(writeFindings(diagnostics))
  if (output !== '-') await terminal.out(`已打印${output}，共${pages.length}页。\n${writeCopy(copy)}`)
  return 0
}

/** `form.json` → `form.pdf` beside it; standard input → standard output. */
const defaultOutput = (input: string): string => (input === '-' ? '-' : `${input.replace(/\.json$/i, '')}.pdf`)

export const checkCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  const { form, data, options } = await open(input, flags, terminal)
  const diagnostics = check(form, data, options, nodePlatform)
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === 'error')
  if (flags.json)
    await terminal.out(
      writeReport({
        ok: !failed,
        form: form.id,
        template: templateOf(form, data, options),
        output: null,
        pages: null,
        diagnostics,
      }),
    )
  else await terminal.out(writeFindings(diagnostics) + writeSummary(diagnostics))
  return failed ? 1 : 0
}

/** The variant's name for the report; data that is not sound may name none. */
const templateOf = (form: FormDefinition, data: unknown, options: FormOptions): string | null => {
  try {
    return chooseTemplate(form, data, options).id
  } catch {
    return null
  }
}

export const layoutCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  if (flags.output !== undefined) refuseOverwrite(input, flags, flags.output)
  const { form, data, options } = await open(input, flags, terminal)
  const { pages, diagnostics } = layOut(form, data, options, nodePlatform)
  const json = `${JSON.stringify(toMillimetres(pages), undefined, 2)}\n`
  if (flags.output === undefined || flags.output === '-') await terminal.out(json)
  else writeFileAtomic(flags.output, new TextEncoder().encode(json))
  await terminal.err(writeFindings(diagnostics))
  return 0
}

export const formsCommand = async (flags: Flags, { forms, out }: Terminal): Promise<ExitCode> => {
  const list = forms.map(({ id, title, defaultTemplate, sources, templates }) => ({
    form: id,
    title,
    sources,
    templates: Object.values(templates).map((template) => ({
      name: template.id,
      source: template.source,
      default: template.id === defaultTemplate,
    })),
  }))
  await out(flags.json ? `${JSON.stringify(list, undefined, 2)}\n` : list.map(describeForm).join('\n'))
  return 0
}

const describeForm = (form: {
  form: string
  title: string
  sources: readonly string[]
  templates: readonly { name: string; source: string; default: boolean }[]
}): string => {
  const variants = form.templates.map(
    ({ name, source, default: isDefault }) => `  ${name}${isDefault ? '（默认）' : ''}\n    依据：${source}\n`,
  )
  return `${form.form}　${form.title}\n  依据：${form.sources.join('；')}\n${variants.join('')}`
}

/** What is written when a command fails, and its exit code. The report names form and variant where they are known. */
export const reportFailure = async (
  error: unknown,
  json: boolean,
  terminal: Terminal,
  opened?: Opened,
): Promise<ExitCode> => {
  const { diagnostics, code } = explain(error)
  if (!json) {
    await terminal.err(writeFindings(diagnostics))
    return code
  }
  const form = opened?.form.id ?? null
  const template = opened ? templateOf(opened.form, opened.data, opened.options) : null
  await terminal.out(writeReport({ ok: false, form, template, output: null, pages: null, diagnostics }))
  return code
}

const EXIT_CODES: Readonly<Record<FormError['kind'], ExitCode>> = { data: 1, usage: 2, file: 3 }

/** The diagnostics and the exit code of whatever was thrown. */
export const explain = (error: unknown): { diagnostics: readonly Diagnostic[]; code: ExitCode } => {
  const { diagnostics, kind } = asFormError(error)
  return { diagnostics, code: EXIT_CODES[kind] }
}
