/** A thread's part of printing many records: it has its forms once, and puts one print away while it makes the next. */
import { setImmediate } from 'node:timers/promises'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { FormDefinition } from '../define-form.js'
import { asFormError } from '../diagnostics/internal-error.js'
import { readJson } from '../input/read-json.js'
import type { FormOptions } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import type { Platform } from '../platform/platform.js'
import { sha256Hex } from '../platform/sha256.js'
import { render } from '../render.js'
import { unpack } from './carry-value.js'
import { collectOnce, RECORDS_BEFORE } from './collect-garbage.js'
import type { FormAddress } from './form-address.js'
import { onDemand } from './on-demand.js'
import { openSharedFonts } from './shared-fonts.js'
import {
  copyFacts,
  type FileOutcome,
  type FileTask,
  type Refused,
  type Rendered,
  type RenderOutcome,
  type RenderTask,
  refusal,
  type WorkerSetup,
  type Written,
} from './task.js'
import { putInPlace, type TemporaryFile, writeTemporary } from './write-output.js'

/** What the pool calls by name. Neither throws: what is wrong with a record is its outcome. */
export interface Printer {
  readonly renderRecord: (task: RenderTask) => Promise<RenderOutcome>
  /** One after the other; the disk is waited for once, for all of them, while others are printed. */
  readonly writeRecords: (tasks: readonly FileTask[]) => Promise<readonly FileOutcome[]>
}

/** What a worker thread prints with. Whoever opens it says how a form is found. */
export const openWorker = (
  { forms, options, fonts: shared }: WorkerSetup,
  findForm: (address: FormAddress) => Promise<FormDefinition>,
): Printer => {
  const fonts = openSharedFonts(shared)
  const platform = { ...nodePlatform, shippedFonts: () => fonts }
  return openPrinter({ options, platform }, () => Promise.all(forms.map(findForm)))
}

export interface PrinterSetup {
  readonly options: FormOptions
  readonly platform: Platform
}

/** Forms are found at the first task, so that what goes wrong is that task's outcome. */
export const openPrinter = (
  { options: common, platform }: PrinterSetup,
  findForms: () => Promise<readonly FormDefinition[]>,
): Printer => {
  const forms = onDemand(findForms)
  const inTurn = openTurns()
  const collect = collectOnce(RECORDS_BEFORE)

  const print = async ({ form: place, data, options }: RenderTask): Promise<Rendered> => {
    const form = (await forms.get())[place]
    if (form === undefined) throw new Error(`no form ${place}`)
    const input = 'kind' in data ? unpack(data) : readJson(data, form.labels)
    const own = options === undefined ? common : { ...options, ...pickFonts(common) }
    const rendered = await render(form, input, own, platform)
    const { pdf, pages, diagnostics } = rendered
    return { kind: 'rendered', pdf, pageCount: pages.length, diagnostics, ...copyFacts(rendered) }
  }

  const printAside = async (task: FileTask): Promise<Aside> => {
    const printed = await print(task)
    const { pdf, pageCount, diagnostics } = printed
    const file = writeTemporary(task.folder, task.name, pdf)
    const sha256 = sha256Hex(pdf)
    return { kind: 'aside', file, outcome: { kind: 'written', sha256, pageCount, diagnostics, ...copyFacts(printed) } }
  }

  return {
    renderRecord: (task) => orRefuse(async () => handOver(await print(task))),
    writeRecords: async (tasks) => {
      const all = await inTurn(async () => {
        const printed: (Aside | Refused)[] = []
        for (const task of tasks) {
          printed.push(await orRefuse(() => printAside(task)))
          collect(1)
          await turnOfEventLoop()
        }
        return printed
      })
      return Promise.all(all.map((one) => (one.kind === 'refused' ? one : orRefuse(() => place(one)))))
    },
  }
}

/** A print that waits for the disk under a temporary name. */
interface Aside {
  readonly kind: 'aside'
  readonly file: TemporaryFile
  readonly outcome: Written
}

const place = async ({ file, outcome }: Aside): Promise<Written> => {
  await putInPlace(file)
  return outcome
}

/**
 * Between two forms signals and messages are heard, and V8 sweeps its nursery if that is nearly full: in the middle of a form
 * it would find that form's half-done work alive, keep it, and soon need a whole collection.
 */
const turnOfEventLoop = setImmediate

/** Runs what it is given one after the other: two forms that are printed by turns only crowd each other out of the processor's caches. */
const openTurns = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }
}

const orRefuse = async <T>(act: () => Promise<T>): Promise<T | Refused> => {
  try {
    return await act()
  } catch (error) {
    return refusal(asFormError(error))
  }
}

const pickFonts = ({ fonts: own }: FormOptions) => (own === undefined ? {} : { fonts: own })

/** Marks the PDF's bytes to be moved to the caller's thread, not copied. The pool unwraps the outcome before it is sent. */
const handOver = (rendered: Rendered): RenderOutcome => {
  const outcome: RenderOutcome = { ...rendered, pdf: ownBuffer(rendered.pdf) }
  return move({ [transferableSymbol]: outcome.pdf.buffer, [valueSymbol]: outcome }) as unknown as RenderOutcome
}

/** A view of a larger buffer is copied: the buffer goes away as a whole, and the rest of it may be needed here. */
const ownBuffer = (pdf: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  pdf.byteLength === pdf.buffer.byteLength ? pdf : pdf.slice()
