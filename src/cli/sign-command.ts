/** `jixiao sign`: reads a PDF, a key and a clock, and writes the signed PDF. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { readFile } from '../platform/read-file.js'
import { writeFileAtomic } from '../platform/write-file.js'
import type { ReservedField, SignaturePlace, Signer, SignOptions } from '../sign/index.js'
import { type Flags, USAGE_OF } from './arguments.js'
import type { ExitCode, Terminal } from './commands.js'
import { readInput } from './read-input.js'
import { readEpoch, type Surroundings } from './read-options.js'
import { refuseOverwrite } from './refuse-overwrite.js'

/** More than `signPdf` accepts: it says that there is too much. */
const MOST_BYTES = 64_000_001

export const signCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  const output = flags.output ?? defaultOutput(input)
  refuseOverwrite(input, flags, output)
  // Loaded here, so that no other command pays for it.
  const { signPdf } = await import('../sign/index.js')
  const options = readSignOptions(flags, terminal)
  const signer = await readSigner(flags, terminal)
  const signed = await signPdf(await readInput(input, MOST_BYTES), { ...options, signer })
  if (output === '-') await terminal.out(signed)
  else writeFileAtomic(output, signed)
  if (output !== '-') await terminal.out(`已签名${output}。\n`)
  return 0
}

/** `form.pdf` → `form-signed.pdf` beside it; standard input → standard output. */
const defaultOutput = (input: string): string => (input === '-' ? '-' : `${input.replace(/\.pdf$/i, '')}-signed.pdf`)

const last = (flags: Flags, name: string): string | undefined => flags.values[name]?.at(-1)

const readSignOptions = (flags: Flags, surroundings: Surroundings): Omit<SignOptions, 'signer'> => {
  const given = { name: last(flags, 'name'), reason: last(flags, 'reason'), field: last(flags, 'field') }
  const place = last(flags, 'place')
  return {
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
      Record<keyof typeof given, string>
    >),
    ...(place !== undefined && { place: readPlace('--place', place) }),
    time: last(flags, 'time') ?? chineseTime(surroundings),
    certify: 'certify' in flags.values,
    reserve: (flags.values['reserve'] ?? []).map(readReserved),
  }
}

/** The clock, or SOURCE_DATE_EPOCH, as Chinese papers are dated. */
const chineseTime = ({ environment, now }: Surroundings): string => {
  const then = readEpoch(environment['SOURCE_DATE_EPOCH']) ?? now
  const shifted = new Date(then.getTime() + 8 * 3_600_000).toISOString()
  return `${shifted.slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}+08:00`
}

const invalid = (option: string, found: string, reason: string): FormError =>
  new FormError([problem('option-invalid', '', { option, found, reason })], 'usage')

const readPlace = (option: string, text: string): SignaturePlace => {
  const numbers = text.split(',').map((part) => (/^\d+(\.\d+)?$/.test(part.trim()) ? Number(part) : Number.NaN))
  const [page = 0, x = 0, y = 0, width = 0, height = 0] = numbers
  if (numbers.length !== 5 || numbers.some(Number.isNaN)) {
    throw invalid(option, text, '应写成“页,左,上,宽,高”，以毫米为单位，如1,120,250,60,20')
  }
  return { page, x, y, width, height }
}

/** `FIELD`, `FIELD=PAGE,X,Y,W,H`. */
const readReserved = (text: string): ReservedField => {
  const [, field = text, place] = /^([^=]*)=(.*)$/s.exec(text) ?? []
  return { field, ...(place !== undefined && { place: readPlace('--reserve', place) }) }
}

const readSigner = async (flags: Flags, surroundings: Surroundings): Promise<Signer> => {
  const { pemSigner, pkcs12Signer } = await import('../sign/index.js')
  const [key, p12, certificates = []] = [last(flags, 'key'), last(flags, 'p12'), flags.values['cert']]
  if (key !== undefined && p12 !== undefined)
    throw new FormError([problem('flag-conflict', '', { first: '--key', second: '--p12' })], 'usage')
  const password = readPassword(flags, surroundings)
  const padding = 'pss' in flags.values ? 'pss' : 'pkcs1'
  if (p12 !== undefined) return pkcs12Signer({ file: readFile(p12), password: password ?? '', padding })
  if (key === undefined) throw missing('私钥（--key或--p12）')
  if (certificates.length === 0) throw missing('证书（--cert）')
  const chain = certificates.map((path) => readFile(path))
  return pemSigner({ key: readFile(key), certificates: chain, padding, ...(password !== undefined && { password }) })
}

const missing = (name: string): FormError =>
  new FormError([problem('argument-missing', '', { name, usage: USAGE_OF.sign })], 'usage')

/** From the environment or a file, never from the command line, where every user of the machine could read it. */
const readPassword = (flags: Flags, { environment }: Surroundings): string | undefined => {
  const [variable, file] = [last(flags, 'password-env'), last(flags, 'password-file')]
  if (variable !== undefined && file !== undefined) {
    throw new FormError([problem('flag-conflict', '', { first: '--password-env', second: '--password-file' })], 'usage')
  }
  if (file !== undefined) return new TextDecoder().decode(readFile(file)).replace(/\r?\n$/, '')
  if (variable === undefined) return undefined
  const value = environment[variable]
  // The name is not repeated: who mistakes this flag writes the password itself behind it.
  if (value === undefined) throw missing('--password-env所指的环境变量')
  return value
}
