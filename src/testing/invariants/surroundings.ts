/** The same bytes in hostile surroundings: processes of their own, with another time zone, locale, folder, clock and order of keys. */
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { serialize } from 'node:v8'
import type { FormDefinition } from '../../define-form.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { problem } from '../../diagnostics/make-problem.js'
import { pack } from '../../many/carry-value.js'
import { type FormAddress, refuseProgram } from '../../many/form-address.js'
import type { PrintJob, PrintOrder } from './surroundings-entry.js'

interface Surroundings {
  readonly name: string
  readonly environment: Readonly<Record<string, string>>
  /** The clock is set ahead by as many days; behind where negative. */
  readonly days: number
  readonly reversed: boolean
}

/** Half hours and the date line; the Turkish ı; a clock 40 years ahead, or 24 behind on a leap day's eve. */
const HOSTILE: readonly Surroundings[] = [
  {
    name: 'TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8',
    environment: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    days: 14_610,
    reversed: true,
  },
  {
    name: 'TZ=America/St_Johns LANG=ar_EG.UTF-8',
    environment: { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    days: -8_766,
    reversed: false,
  },
]

/** A document of the job, with the hash that it has here. */
export interface ExpectedDocument {
  readonly name: string
  readonly data: unknown
  /** Name of the variant. */
  readonly template: string
  readonly sha256: string
}

/**
 * `bytes-unstable/surroundings`, one for each document and surroundings that differ.
 * @throws FormError of kind `usage`: `form-unaddressed` where the form stands in the running program
 */
export const surroundingsFaults = async (
  form: FormAddress,
  documents: readonly ExpectedDocument[],
): Promise<readonly Diagnostic[]> => {
  refuseProgram(form)
  const found = await Promise.all(
    HOSTILE.map(async (surroundings) => ({ surroundings, hashes: await printThere(form, documents, surroundings) })),
  )
  return found.flatMap(({ surroundings, hashes }) =>
    documents.flatMap(({ name, sha256 }, index) =>
      hashes[index] === sha256
        ? []
        : [
            problem('bytes-unstable/surroundings', '', {
              surroundings: surroundings.name,
              document: name,
              found: hashes[index] ?? '',
            }),
          ],
    ),
  )
}

/** Asked for when it is needed: where a bundler wrote CommonJS, a module has no URL. */
const entryFile = (): string => fileURLToPath(new URL('./surroundings-entry.js', import.meta.url))

const printThere = (
  form: FormAddress,
  documents: readonly ExpectedDocument[],
  { environment, days, reversed }: Surroundings,
): Promise<readonly string[]> => {
  const jobs = documents.flatMap(({ data, template }): readonly PrintJob[] => {
    const carried = pack(data)
    return carried ? [{ data: carried, template }] : []
  })
  const order: PrintOrder = { form, days, reversed, jobs }
  const { PATH, HOME, NODE_OPTIONS: _, ...rest } = process.env
  const child = spawn(process.execPath, [entryFile()], {
    cwd: tmpdir(),
    env: { ...rest, PATH, HOME, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(serialize(order))
  return collect(child)
}

const collect = (child: ReturnType<typeof spawn>): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(out).toString('utf8')) as readonly string[])
      else reject(new Error(`the printing process ended with ${code}: ${Buffer.concat(err).toString('utf8')}`))
    })
  })

/** Where the form is exported; undefined where its module is TypeScript that this Node does not run. */
export const addressOf = ({ module, id }: FormDefinition): FormAddress | undefined =>
  module === undefined ||
  (/\.[cm]?tsx?$/.test(module) && !('typescript' in process.features && process.features.typescript))
    ? undefined
    : { module, id }
