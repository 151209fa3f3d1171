/** The worker thread: imports the forms once, then prints records: one is put away while the next is printed. */
import { workerData } from 'node:worker_threads'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { FormDefinition } from '../define-form.js'
import { asFormError } from '../diagnostics/internal-error.js'
import { readJson } from '../input/read-json.js'
import { nodePlatform } from '../platform/node-platform.js'
import { render } from '../render.js'
import { unpack } from './carry-value.js'
import { sha256Hex } from './content-key.js'
import { importForm } from './form-address.js'
import { openSharedFonts } from './shared-fonts.js'
import {
  type FileOutcome,
  type FileTask,
  type Refused,
  type Rendered,
  type RenderOutcome,
  type RenderTask,
  refusal,
  type WorkerSetup,
} from './task.js'
import { writeOutput } from './write-output.js'

const setup = workerData as WorkerSetup
const fonts = openSharedFonts(setup.fonts)
const platform = { ...nodePlatform, shippedFonts: () => fonts }

/** Imported at the first task, so that what goes wrong is told as that task's outcome. */
let forms: readonly FormDefinition[] | undefined

/** The pool calls this by its name, as the next one. Neither throws: what is wrong with a record is its outcome. */
export const renderRecord = (task: RenderTask): Promise<RenderOutcome> =>
  orRefuse(async () => handOver(await print(task)))

export const writeRecord = (task: FileTask): Promise<FileOutcome> =>
  orRefuse(async () => {
    const { pdf, pageCount, diagnostics } = await print(task)
    await writeOutput(task.folder, task.name, pdf)
    return { kind: 'written', sha256: sha256Hex(pdf), pageCount, diagnostics }
  })

const orRefuse = async <T>(act: () => Promise<T>): Promise<T | Refused> => {
  try {
    return await act()
  } catch (error) {
    return refusal(asFormError(error))
  }
}

const print = async ({ form: place, data, options }: RenderTask): Promise<Rendered> => {
  forms ??= await Promise.all(setup.forms.map(importForm))
  const form = forms[place]
  if (form === undefined) throw new Error(`no form ${place} among ${forms.length}`)
  const input = 'kind' in data ? unpack(data) : readJson(data)
  const own = options === undefined ? setup.options : { ...options, ...pickFonts(setup.options) }
  const { pdf, pages, diagnostics } = await render(form, input, own, platform)
  return { kind: 'rendered', pdf, pageCount: pages.length, diagnostics }
}

const pickFonts = ({ fonts: own }: WorkerSetup['options']) => (own === undefined ? {} : { fonts: own })

/** Marks the PDF's bytes to be moved to the caller's thread, not copied. The pool unwraps the outcome before it is sent. */
const handOver = (rendered: Rendered): RenderOutcome => {
  const outcome: RenderOutcome = { ...rendered, pdf: ownBuffer(rendered.pdf) }
  return move({ [transferableSymbol]: outcome.pdf.buffer, [valueSymbol]: outcome }) as unknown as RenderOutcome
}

/** A view of a larger buffer is copied: the buffer goes away as a whole, and the rest of it may be needed here. */
const ownBuffer = (pdf: Uint8Array): Uint8Array => (pdf.byteLength === pdf.buffer.byteLength ? pdf : pdf.slice())
