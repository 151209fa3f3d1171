/** `jixiao read`: gives back the data inside a copy. */
import { readForm } from '../copies/read-form.js'
import { isNumberLiteral, numberSource } from '../input/number-literal.js'
import { writeFileAtomic } from '../platform/write-file.js'
import type { Flags } from './arguments.js'
import type { ExitCode, Terminal } from './commands.js'
import { readInput } from './read-input.js'
import { refuseOverwrite } from './refuse-overwrite.js'

/** More than `readForm` accepts: it says that there is too much. */
export const MOST_PDF_BYTES = 64_000_001

export const readCommand = async (input: string, flags: Flags, { out }: Terminal): Promise<ExitCode> => {
  if (flags.output !== undefined) refuseOverwrite(input, flags, flags.output)
  const json = `${writeJson(await readForm(await readInput(input, MOST_PDF_BYTES)))}\n`
  if (flags.output === undefined || flags.output === '-') await out(json)
  else writeFileAtomic(flags.output, new TextEncoder().encode(json))
  return 0
}

/** Indented by two; numbers as they were written, which `JSON.stringify` would not do. */
const writeJson = (value: unknown, indent = ''): string => {
  if (isNumberLiteral(value)) return value[numberSource]
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const list = Array.isArray(value)
  const members = list
    ? value.map((item) => writeJson(item, inner))
    : Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${writeJson(member, inner)}`)
  const [open, close] = list ? ['[', ']'] : ['{', '}']
  return members.length === 0
    ? open + close
    : `${open}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${close}`
}
