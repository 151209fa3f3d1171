/** Many forms → one PDF, piece by piece: each form is set and written as it comes, the book is put together at the end. */
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { asFormError } from '../diagnostics/internal-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { endStream, openStream, type PdfStream, passObjects } from '../finish/stream-pdf.js'
import type { FontFaces } from '../fonts/face.js'
import { readJson } from '../input/read-json.js'
import type { Source } from '../input/source.js'
import { unlessAborted, untilAborted } from '../input/until-aborted.js'
import { createFolio, findFolioPlace } from '../layout/folio.js'
import { mm, pt } from '../layout/length.js'
import { checkDefinition, checkRecords } from '../option-types.js'
import { creationDateOf, templatesOf } from '../options.js'
import {
  addLabels,
  addOutline,
  addSheets,
  type BookPainting,
  closePainting,
  completePainting,
  openPainting,
  paintCover,
  paintForm,
  takeWritten,
} from '../paint/book/paint-book.js'
import type { Target } from '../paint/book/sheet.js'
import type { DocumentInfo } from '../paint/document-info.js'
import type { Platform } from '../platform/platform.js'
import { openFaces, type SetForm, setForm } from '../render.js'
import { arrangeBook, type BookPlan } from './arrange-book.js'
import type { BookDefinition } from './book-definition.js'
import { type BookEntry, type EntryWords, readEntry } from './book-entry.js'
import { type BookChoice, type BookOptions, type BookResult, checkGutter, readBookOptions } from './book-options.js'
import { arrangeFront, type FrontPage, frontSheets } from './compose-front.js'
import { bodySheets, edgeOf, type SetFolio, shiftOf } from './compose-sheets.js'
import { findLinks } from './find-links.js'
import { latestDate } from './latest-date.js'
import { outlineOf } from './outline-of.js'
import { checkEntry, checkFront, setFront } from './set-front.js'

/** What a book has come to. */
export interface BookSummary {
  readonly formCount: number
  readonly failedCount: number
  readonly departmentCount: number
  /** Numbered pages: forms and the blank pages between them. */
  readonly pageCount: number
  /** Cover and contents, blank pages among them: they stand before page 1. */
  readonly frontPageCount: number
  /** In the order of the book: which record stands where. */
  readonly entries: readonly { readonly index: number; readonly page: number; readonly pageCount: number }[]
}

/**
 * @param records data of forms, JSON texts in UTF-8, or a FormError where a record could not be read
 * @throws FormError of kind `usage` or `file` before the first record for wrong options and fonts
 */
export async function* printBook(
  form: FormDefinition,
  records: Source<unknown>,
  options: BookOptions,
  platform: Platform,
): AsyncGenerator<Uint8Array<ArrayBuffer>, BookSummary, undefined> {
  checkDefinition(form)
  checkRecords(records)
  const desk = await openDesk(form, options, platform)
  try {
    const printed = yield* printForms(desk, records, options)
    return yield* bindBook(desk, printed)
  } finally {
    closePainting(desk.painting)
  }
}

/** What all forms of a book are set with and written on. */
interface Desk {
  readonly form: FormDefinition
  readonly book: BookDefinition
  readonly title: string
  readonly choice: BookChoice
  readonly platform: Platform
  readonly faces: FontFaces
  readonly painting: BookPainting
  readonly stream: PdfStream
  /** Between two pieces of work: the thread's other work has its turn, and the signal is heard. */
  readonly pause: () => Promise<void>
}

/** Everything that can be wrong before a form is read is found here. */
const openDesk = async (form: FormDefinition, options: BookOptions, platform: Platform): Promise<Desk> => {
  const choice = readBookOptions(options)
  const faces = openFaces(form, choice.forms, platform)
  const { book } = form
  if (book === undefined) throw new FormError([problem('form-bookless', '', { form: form.id })], 'usage')
  checkGutter(choice, [book.cover, book.contents, ...templatesOf(form, choice.forms)])
  const title = choice.title ?? book.cover.title
  checkFront(book, title, faces)
  const { signal } = options
  signal?.throwIfAborted()
  const pause = async (): Promise<void> => {
    await platform.giveWay()
    signal?.throwIfAborted()
  }
  const { width, height } = book.cover.paper
  const info = describe(title, undefined, platform)
  const painting = await openPainting({ width: mm(width), height: mm(height) }, faces, info)
  return { form, book, title, choice, platform, faces, painting, stream: openStream(platform.sha256), pause }
}

const describe = (title: string, creationDate: string | undefined, { creator }: Platform): DocumentInfo => ({
  title,
  language: 'zh-CN',
  creator,
  ...(creationDate === undefined ? {} : { creationDate }),
})

interface Printed {
  readonly entries: readonly BookEntry[]
  readonly failedCount: number
  /** The latest date of the forms. */
  readonly date: string | undefined
}

async function* printForms(
  desk: Desk,
  records: Source<unknown>,
  { signal, onForm }: BookOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, Printed> {
  const entries: BookEntry[] = []
  let date: string | undefined
  let index = 0
  for await (const record of untilAborted(records, signal)) {
    const set = setRecord(desk, record, index)
    if (set instanceof FormError && onForm === undefined) throw set
    await unlessAborted(async () => onForm?.(toResult(set, index)), signal)
    if (!(set instanceof FormError)) {
      entries.push(writeForm(desk, set))
      date = latestDate(date, creationDateOf(desk.form, set.data, desk.choice))
      yield* written(desk)
    }
    index += 1
    await desk.pause()
  }
  return { entries, failedCount: index - entries.length, date }
}

/** A form on pages, with its words for the front matter. */
interface SetRecord extends SetForm {
  readonly words: EntryWords
}

/** Wrong options and fonts are wrong for every record and end the book; what is wrong with one record is its result. */
const setRecord = (desk: Desk, record: unknown, index: number): SetRecord | FormError => {
  const { form, book, choice, platform, faces, title } = desk
  try {
    if (record instanceof FormError) return record
    const input = record instanceof Uint8Array ? readJson(record, form.labels) : record
    const set = setForm(form, input, choice.forms, platform, faces)
    const words = readEntry(book, set.data, index)
    checkEntry({ book, labels: form.labels, title, faces }, words, set.data)
    return { ...set, words }
  } catch (error) {
    const told = asFormError(error)
    if (told.kind === 'data') return told
    throw told
  }
}

const toResult = (set: SetForm | FormError, index: number): BookResult =>
  set instanceof FormError
    ? { kind: 'failed', index, error: set }
    : { kind: 'printed', index, pageCount: set.pages.length, diagnostics: set.diagnostics }

/** The first page of a form is a right-hand one wherever it will stand, so its pages can be moved before that is known. */
const writeForm = ({ choice, painting }: Desk, { pages, grid, words }: SetRecord): BookEntry => {
  const shifts = pages.map((_, at) => shiftOf(at + 1, choice))
  const painted = paintForm(painting, pages, shifts)
  const own = painted.map((one, at) => {
    const page = pages[at]
    if (page === undefined) throw new Error('a page was painted that is not there')
    return { painted: one, folio: findFolioPlace(page, grid, edgeOf(at + 1, choice.duplex)) }
  })
  return { ...words, pages: own }
}

/** What was written since, as a piece of the file. */
function* written({ painting, stream }: Desk): Generator<Uint8Array<ArrayBuffer>, void> {
  const bytes = takeWritten(painting)
  if (bytes.length > 0) yield passObjects(stream, bytes)
}

/** Takes steps that write, and gives a piece of the file after each. */
async function* flow<T>(desk: Desk, steps: Generator<void, T>): AsyncGenerator<Uint8Array<ArrayBuffer>, T> {
  for (;;) {
    const step = steps.next()
    yield* written(desk)
    await desk.pause()
    if (step.done === true) return step.value
  }
}

/** Page objects, cover, contents and outline: what can only be written when the order is known. */
async function* bindBook(
  desk: Desk,
  { entries, failedCount, date }: Printed,
): AsyncGenerator<Uint8Array<ArrayBuffer>, BookSummary> {
  const { book, choice, painting, faces, title } = desk
  if (entries.length === 0) throw new FormError([problem('book-empty', '', { failed: failedCount })])
  const plan = arrangeBook(entries, choice.duplex)
  const names = yield* flow(desk, addSheets(painting, bodySheets(plan, folioSetter(desk)), 'body'))
  const targetOf = targetFinder(plan, names)
  const front = arrangeFront(setFront(book, plan, title, faces, choice.forms.copy), book, choice.duplex)
  await desk.pause()
  yield* flow(desk, writeFront(desk, front, plan, targetOf))
  yield* flow(desk, addOutline(painting, outlineOf(plan, book, targetOf)))
  yield endFile(desk, choice.creationDate ?? date)
  return summarise(plan, failedCount, front.length)
}

const folioSetter = ({ book, faces }: Desk): SetFolio => {
  const { type, content } = book.folio
  const style = { role: type.role, size: pt(type.size), lineHeight: pt(type.lineHeight) }
  const set = createFolio({ ...style, verticalAlign: 'middle', justify: false }, faces)
  return (number, place, paper) =>
    set(
      content.replaceAll('{page}', () => String(number)),
      place,
      paper,
    )
}

/** Every target is the first page of a form. */
const targetFinder = (plan: BookPlan, names: readonly string[]): ((page: number) => Target) => {
  const forms = plan.departments.flatMap((department) => department.forms)
  const heights = new Map(forms.map(({ entry, page }) => [page, entry.pages[0]?.painted.height ?? 0]))
  return (page) => ({ page: names[page - 1] ?? '', height: heights.get(page) ?? 0 })
}

function* writeFront(
  { painting, choice }: Desk,
  front: readonly FrontPage[],
  plan: BookPlan,
  targetOf: (page: number) => Target,
): Generator<void, void> {
  const linksOf = (page: Parameters<typeof findLinks>[0]) => findLinks(page, plan, targetOf)
  yield* addSheets(painting, frontSheets(painting, front, linksOf, choice), 'front')
  addLabels(
    painting,
    front.map(({ label }) => label),
  )
  const [cover] = front
  if (cover?.kind !== 'page') throw new Error('a book needs a cover')
  paintCover(painting, cover.page, { shift: shiftOf(1, choice), links: linksOf(cover.page) })
}

const endFile = (
  { painting, stream, title, platform }: Desk,
  creationDate: string | undefined,
): Uint8Array<ArrayBuffer> => {
  const catalog = completePainting(painting)
  closePainting(painting)
  return endStream(stream, takeWritten(painting), describe(title, creationDate, platform), catalog)
}

const summarise = (plan: BookPlan, failedCount: number, frontPageCount: number): BookSummary => ({
  formCount: plan.formCount,
  failedCount,
  departmentCount: plan.departments.length,
  pageCount: plan.pageCount,
  frontPageCount,
  entries: plan.departments.flatMap(({ forms }) =>
    forms.map(({ entry, page }) => ({ index: entry.index, page, pageCount: entry.pages.length })),
  ),
})
