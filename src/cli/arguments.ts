/** The command line → what is wanted, or what is wrong with it in words. */
import { parseArgs } from 'node:util'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

export const COMMANDS = [
  'render',
  'check',
  'layout',
  'batch',
  'sign',
  'read',
  'verify',
  'preview',
  'diff',
  'forms',
] as const
export type CommandName = (typeof COMMANDS)[number]

/** Flags by name; `string` flags take a value. */
const FLAGS = {
  output: { type: 'string', short: 'o' },
  template: { type: 'string' },
  title: { type: 'string' },
  font: { type: 'string', multiple: true },
  'creation-date': { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  name: { type: 'string' },
  concurrency: { type: 'string' },
  force: { type: 'boolean' },
  book: { type: 'string' },
  duplex: { type: 'boolean' },
  gutter: { type: 'string' },
  key: { type: 'string' },
  cert: { type: 'string', multiple: true },
  p12: { type: 'string' },
  'password-env': { type: 'string' },
  'password-file': { type: 'string' },
  pss: { type: 'boolean' },
  reason: { type: 'string' },
  field: { type: 'string' },
  place: { type: 'string' },
  certify: { type: 'boolean' },
  reserve: { type: 'string', multiple: true },
  time: { type: 'string' },
  copy: { type: 'string' },
  image: { type: 'string', multiple: true },
  drop: { type: 'string', multiple: true },
  'no-data': { type: 'boolean' },
  code: { type: 'string' },
  page: { type: 'string' },
  dpi: { type: 'string' },
  grid: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

type FlagName = keyof typeof FLAGS

const ALWAYS: readonly FlagName[] = ['help', 'version']
const FLAGS_OF: Readonly<Record<CommandName, readonly FlagName[]>> = {
  render: [
    'output',
    'template',
    'title',
    'font',
    'creation-date',
    'copy',
    'image',
    'drop',
    'no-data',
    'strict',
    'json',
  ],
  check: ['template', 'font', 'json'],
  layout: ['output', 'template', 'title', 'font', 'copy', 'image', 'drop', 'no-data', 'strict'],
  batch: [
    'output',
    'book',
    'duplex',
    'gutter',
    'name',
    'concurrency',
    'force',
    'template',
    'title',
    'font',
    'creation-date',
    'copy',
    'image',
    'drop',
    'no-data',
    'strict',
    'json',
  ],
  sign: [
    'output',
    'key',
    'cert',
    'p12',
    'password-env',
    'password-file',
    'pss',
    'name',
    'reason',
    'field',
    'place',
    'certify',
    'reserve',
    'time',
  ],
  read: ['output'],
  verify: ['code', 'font', 'json'],
  preview: ['output', 'page', 'dpi', 'grid', 'template', 'title', 'font', 'strict'],
  diff: ['output', 'dpi'],
  forms: ['json'],
}

export const USAGE_OF: Readonly<Record<CommandName, string>> = {
  render:
    'jixiao render FORM.json [-o out.pdf] [--template NAME] [--title TEXT] [--font ROLE=PATH[#FACE]] [--creation-date ISO] [--copy KIND] [--image PLACE=PATH]… [--drop RULE]… [--no-data] [--strict] [--json]',
  check: 'jixiao check FORM.json [--template NAME] [--font ROLE=PATH[#FACE]] [--json]',
  layout:
    'jixiao layout FORM.json [-o out.json] [--template NAME] [--title TEXT] [--font ROLE=PATH[#FACE]] [--copy KIND] [--image PLACE=PATH]… [--drop RULE]… [--strict]',
  batch:
    'jixiao batch INPUT (-o DIR [--name RULE] [--concurrency N] [--force] [--image PLACE=PATH]… [--drop RULE]… [--no-data] | --book FILE [--duplex] [--gutter MM]) [--template NAME] [--title TEXT] [--font ROLE=PATH[#FACE]] [--creation-date ISO] [--copy KIND] [--strict] [--json]',
  sign: 'jixiao sign IN.pdf [-o OUT.pdf] (--key KEY.pem --cert CERT.pem… | --p12 FILE) [--password-env NAME | --password-file FILE] [--pss] [--name TEXT] [--reason TEXT] [--field NAME] [--place PAGE,X,Y,W,H] [--certify] [--reserve FIELD[=PAGE,X,Y,W,H]]… [--time ISO]',
  read: 'jixiao read COPY.pdf [-o form.json]',
  verify: 'jixiao verify COPY.pdf [--code CODE] [--font ROLE=PATH[#FACE]]… [--json]',
  preview:
    'jixiao preview FORM.json [--page N] [-o page.png] [--grid] [--dpi N] [--template NAME] [--title TEXT] [--font ROLE=PATH[#FACE]] [--strict]',
  diff: 'jixiao diff A B [-o report.html] [--dpi N]',
  forms: 'jixiao forms [--json]',
}

export interface Flags {
  readonly output?: string
  readonly template?: string
  readonly title?: string
  readonly font: readonly string[]
  readonly creationDate?: string
  /** Rule for file names of a batch. */
  readonly name?: string
  readonly concurrency?: string
  readonly force: boolean
  /** Page number and resolution of a preview, as they were written. */
  readonly page?: string
  readonly dpi?: string
  readonly grid: boolean
  /** The second file of a comparison. */
  readonly other?: string
  readonly strict: boolean
  readonly json: boolean
  /** Every flag that was given, with its values in order: for what only one command knows. */
  readonly values: Readonly<Record<string, readonly string[]>>
}

export type Wanted =
  | { readonly kind: 'help'; readonly command?: CommandName }
  | { readonly kind: 'version' }
  | { readonly kind: 'command'; readonly command: CommandName; readonly input: string; readonly flags: Flags }

/** @throws FormError of kind `usage`: `command-unknown`, `flag-unknown`, `flag-value-missing`, `flag-conflict`, `argument-missing`, `argument-unexpected` */
export const readArguments = (argv: readonly string[]): Wanted => {
  const { tokens } = parseArgs({ args: [...argv], options: FLAGS, strict: false, allowPositionals: true, tokens: true })
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  const [name, input, ...rest] = positionals
  const asked = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  if (asked.includes('version')) return { kind: 'version' }
  if (name === 'help' || (name === undefined && asked.includes('help'))) return help(input)
  const command = readCommand(name)
  if (asked.includes('help')) return { kind: 'help', command }
  const flags = readFlags(command, tokens)
  checkPositionals(command, input, rest)
  const [other] = rest
  return { kind: 'command', command, input: input ?? '', flags: other === undefined ? flags : { ...flags, other } }
}

const usage = (diagnostic: ReturnType<typeof problem>): FormError => new FormError([diagnostic], 'usage')

const isCommand = (name: string | undefined): name is CommandName => COMMANDS.some((command) => command === name)

const help = (name: string | undefined): Wanted =>
  isCommand(name) ? { kind: 'help', command: name } : { kind: 'help' }

const readCommand = (name: string | undefined): CommandName => {
  if (isCommand(name)) return name
  if (name === undefined)
    throw usage(problem('argument-missing', '', { name: '命令', usage: `jixiao ${COMMANDS.join(' | ')}` }))
  throw usage(problem('command-unknown', '', { found: name, commands: [...COMMANDS] }))
}

const checkPositionals = (command: CommandName, input: string | undefined, rest: readonly string[]): void => {
  const files = command === 'forms' ? 0 : command === 'diff' ? 2 : 1
  const given = input === undefined ? [] : [input, ...rest]
  const extra = given[files]
  if (extra !== undefined) throw usage(problem('argument-unexpected', '', { found: extra, usage: USAGE_OF[command] }))
  if (given.length < files) {
    throw usage(problem('argument-missing', '', { name: '数据文件', usage: USAGE_OF[command] }))
  }
}

/** A flag as `parseArgs` met it. */
interface FlagToken {
  readonly kind: 'option'
  readonly name: string
  /** As it was written: `-o` or `--output`. */
  readonly rawName: string
  readonly value?: string | undefined
  /** The value was written behind `=`. */
  readonly inlineValue?: boolean | undefined
}

type Token =
  | FlagToken
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' }

const readFlags = (command: CommandName, tokens: readonly Token[]): Flags => {
  const values: Record<string, string[]> = {}
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const value = readFlag(command, token)
    values[token.name] = [...(values[token.name] ?? []), value]
  }
  const last = (name: FlagName): string | undefined => values[name]?.at(-1)
  const given = {
    output: last('output'),
    template: last('template'),
    title: last('title'),
    creationDate: last('creation-date'),
    name: last('name'),
    concurrency: last('concurrency'),
    page: last('page'),
    dpi: last('dpi'),
  }
  return {
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
      Record<keyof typeof given, string>
    >),
    font: values['font'] ?? [],
    force: 'force' in values,
    grid: 'grid' in values,
    strict: 'strict' in values,
    json: 'json' in values,
    values,
  }
}

/** A flag must be one of the command's, and have a value exactly where it takes one. */
const readFlag = (command: CommandName, token: FlagToken): string => {
  const allowed = [...FLAGS_OF[command], ...ALWAYS]
  const known = allowed.find((name) => name === token.name)
  if (known === undefined)
    throw usage(problem('flag-unknown', '', { found: token.rawName, flags: allowed.map((name) => `--${name}`) }))
  const takesValue = FLAGS[known].type === 'string'
  // An empty value, and one that is a flag itself, are slips; `-` alone is standard input or output.
  const slipped = token.value === undefined || token.value === '' || (!token.inlineValue && /^-./.test(token.value))
  if (takesValue && slipped) throw usage(problem('flag-value-missing', '', { flag: token.rawName }))
  if (!takesValue && token.value !== undefined)
    throw usage(problem('argument-unexpected', '', { found: token.value, usage: USAGE_OF[command] }))
  return token.value ?? ''
}
