/** A batch: each record of the input becomes a file of the folder, is found to stand there already, or is reported. */
import type { MaskedField } from '../copies/mask-data.js'
import { maskInput } from '../copies/mask-input.js'
import type { FormDefinition } from '../define-form.js'
import { countFindings } from '../diagnostics/count-findings.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { asFormError } from '../diagnostics/internal-error.js'
import { checkOptions, type FormOptions } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import { sweepTemporaries } from '../platform/temporary-file.js'
import { contentKey, surroundingsKey } from './content-key.js'
import type { NameRule } from './file-name.js'
import { mapConcurrent } from './map-concurrent.js'
import { onDemand } from './on-demand.js'
import { type IndexEntry, type OutputIndex, openIndex, type Staleness } from './output-index.js'
import { openOwnThread } from './own-thread.js'
import { AHEAD_BYTES, bytesOf, openPool, type RecordWriter } from './pool.js'
import { type InputRecord, placeInFile, type RecordPlace, readForName } from './record.js'
import { shareUserFonts } from './shared-fonts.js'
import { errorOf } from './task.js'
import { type NameGiver, nameGiver } from './unique-names.js'
import { concernsOneName, openOutputFolder } from './write-output.js'

export interface BatchSetup {
  readonly records: AsyncIterable<InputRecord>
  readonly folder: string
  /** Forms that their modules export as they are. */
  readonly forms: readonly FormDefinition[]
  /** Which of the forms the data is of. @throws FormError `form-unknown` */
  readonly chooseForm: (data: unknown) => FormDefinition
  readonly options: FormOptions
  readonly names: NameRule
  readonly concurrency: number
  /** Print what is unchanged as well. */
  readonly force: boolean
  readonly now: Date
  readonly signal?: AbortSignal | undefined
}

/** What came of one record, in the order of the records. */
export type BatchEvent =
  | (Done & {
      readonly kind: 'printed'
      readonly why: Staleness | 'forced'
      /** What a public copy does not show as it was given. */
      readonly masked?: readonly MaskedField[]
      readonly diagnostics: readonly Diagnostic[]
    })
  | (Done & { readonly kind: 'unchanged' })
  | {
      readonly kind: 'failed'
      readonly place: RecordPlace
      readonly name: string | null
      readonly diagnostics: readonly Diagnostic[]
    }

type Done = IndexEntry & { readonly place: RecordPlace }

/** Records under way for each thread: enough for groups of them, and that none waits while results wait for an earlier one. */
const AHEAD = 12

/**
 * @throws FormError of kind `usage` or `file` for wrong options and fonts, for an input that cannot be read on, and for a
 * folder that takes no more files (full, read-only, gone): what has been printed by then stands and is noted down
 */
export async function* runBatch(setup: BatchSetup): AsyncGenerator<BatchEvent, void, undefined> {
  checkOptions(setup.options)
  const options = shareUserFonts(setup.options, nodePlatform.readFontFile)
  const surroundings = surroundingsKey(setup.forms, options)
  openOutputFolder(setup.folder, setup.now)
  const index = openIndex(setup.folder)
  try {
    // A second run that finds nothing to print starts no thread.
    const writer = onDemand(() => openWriter(setup, options))
    const desk: Desk = {
      setup,
      index,
      writer: writer.get,
      name: nameGiver(setup.names),
      surroundings,
    }
    try {
      yield* mapConcurrent(setup.records, (record) => handle(desk, record), {
        limit: AHEAD * setup.concurrency,
        load: { limit: AHEAD_BYTES * setup.concurrency, weigh: ({ data }) => bytesOf(data) },
        ordered: true,
        signal: setup.signal,
      })
    } finally {
      await endWriter(await writer.opened(), setup)
    }
  } finally {
    await index.finish()
  }
}

/** One thread is this one: starting another and sending it everything would take a processor's time and memory for nothing. */
const openWriter = async ({ forms, concurrency }: BatchSetup, options: FormOptions): Promise<RecordWriter> => {
  const openThreads = () =>
    openPool({ forms: forms.map(({ module = '', id }) => ({ module, id })), options, concurrency })
  return concurrency === 1 ? openOwnThread(forms, options, openThreads) : openThreads()
}

/** Threads that are ended in the middle of a file leave its temporary behind. */
const endWriter = async (writer: RecordWriter | undefined, { folder, now }: BatchSetup): Promise<void> => {
  if (writer === undefined) return
  await writer.close()
  try {
    sweepTemporaries(folder, now)
  } catch {
    // A folder that is gone or locked has been told of already, and the next run sweeps.
  }
}

interface Desk {
  readonly setup: BatchSetup
  readonly index: OutputIndex
  readonly writer: () => Promise<RecordWriter>
  readonly name: NameGiver
  readonly surroundings: string
}

/** Up to the first `await` this runs in the order of the records, so names do not depend on which thread is the faster. */
const handle = async (desk: Desk, { place, data }: InputRecord): Promise<BatchEvent> => {
  if (data instanceof FormError)
    return { kind: 'failed', place, name: null, diagnostics: placeInFile(data.diagnostics, place) }
  const order = readOrder(desk, data)
  try {
    if ('fault' in order) throw order.fault
    return await makeOutput(desk, { place, data }, order)
  } catch (error) {
    // A fault of the program itself was met at this record, and the others may do without it.
    const told = asFormError(error)
    if (!concernsOneRecord(told)) throw told
    return { kind: 'failed', place, name: order.name, diagnostics: placeInFile(told.diagnostics, place) }
  }
}

interface Order {
  readonly name: string
  /** Place of the form among the setup's. */
  readonly form: number
}

/** The record's value ends here: the values of all that are under way would outlive V8's nursery, and fill the old space. */
const readOrder = (
  { setup, name: give }: Desk,
  data: Uint8Array,
): Order | { readonly name: string | null; readonly fault: unknown } => {
  let name: string | null = null
  try {
    const value = readForName(data)
    name = give(shownData(setup, value))
    return { name, form: setup.forms.indexOf(setup.chooseForm(value)) }
  } catch (fault) {
    return { name, fault }
  }
}

/** What a public copy hides stands in its name neither. Data that cannot be masked is not printed, and keeps its name for itself. */
const shownData = ({ options, chooseForm }: BatchSetup, value: unknown): unknown => {
  if (options.copy !== 'public') return value
  try {
    return maskInput(chooseForm(value), value, options).input
  } catch (error) {
    if (error instanceof FormError) return value
    throw error
  }
}

const concernsOneRecord = ({ kind, diagnostics }: FormError): boolean =>
  kind === 'data' ||
  (kind === 'file' &&
    diagnostics.every(({ code, facts }) => code === 'file-unwritable' && concernsOneName(facts['reason'])))

interface ReadRecord extends InputRecord {
  readonly data: Uint8Array
}

const makeOutput = async (desk: Desk, { place, data }: ReadRecord, { form, name }: Order): Promise<BatchEvent> => {
  const { setup, index } = desk
  const key = contentKey(desk.surroundings, data)
  const found = await index.check(name, key)
  if (typeof found === 'object' && !setup.force) return { kind: 'unchanged', place, ...found }
  const writer = await desk.writer()
  const outcome = await writer.write({ form, data, folder: setup.folder, name })
  if (outcome.kind === 'refused') throw errorOf(outcome)
  const entry: IndexEntry = {
    name,
    key,
    sha256: outcome.sha256,
    pages: outcome.pageCount,
    findings: countFindings(outcome.diagnostics),
    ...(outcome.code === undefined ? {} : { code: outcome.code }),
  }
  index.add(entry)
  return {
    kind: 'printed',
    place,
    ...entry,
    why: typeof found === 'object' ? 'forced' : found,
    ...(outcome.masked === undefined ? {} : { masked: outcome.masked }),
    diagnostics: outcome.diagnostics,
  }
}
