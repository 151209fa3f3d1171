/** The public surface of jixiao-forms. */
import type * as z from 'zod'
import type { BookOptions } from './book/book-options.js'
import { type BookSummary, printBook } from './book/print-book.js'
import type { Verdict } from './copies/verdict.js'
import { type VerifyOptions, verify } from './copies/verify-copy.js'
import type { FormDefinition } from './define-form.js'
import type { Diagnostic } from './diagnostics/diagnostic.js'
import type { ManyRecord } from './many/render-many.js'
import type { FormOptions } from './options.js'
import { ownForms } from './own-forms.js'
import { nodePlatform } from './platform/node-platform.js'
import { check, type LaidOutForm, layOut, type RenderedForm, render } from './render.js'

/**
 * Prints a form.
 * @param data the form's data, typed by its model; never changed
 * @returns the PDF (the same bytes for the same data, everywhere), its pages and the findings
 * @throws FormError with every model error of the data, with characters that no face has, with a row that the paper is too small for
 *   (and, with `strict`, every finding of severity `error`); of kind `usage` or `file` for wrong options and fonts
 */
export const renderForm = async <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: z.input<M>,
  options: FormOptions = {},
): Promise<RenderedForm> => render(form, data, options, nodePlatform)

/**
 * Lays a form out without printing it.
 * @returns pages in raw units (254 per pt, 720 per mm), origin top-left, y downwards; `toMillimetres` makes them readable
 * @throws FormError as `renderForm`
 */
export const layoutForm = async <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: z.input<M>,
  options: FormOptions = {},
): Promise<LaidOutForm> => layOut(form, data, options, nodePlatform)

/**
 * Checks a form.
 * @returns every diagnostic: model errors (`refuses`), or findings with their places on paper
 * @throws FormError of kind `usage` or `file` for wrong options and fonts; never for content
 */
export const checkForm = async <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: z.input<M>,
  options: FormOptions = {},
): Promise<readonly Diagnostic[]> => check(form, data, options, nodePlatform)

/**
 * Verifies a final or public copy by printing it again from the data inside it and comparing every byte; signatures that
 * were added since are let pass, and nothing else is.
 * @returns one of six verdicts, each with its reasons in Chinese
 * @throws FormError of kind `usage`: `code-mistyped`; never for what is in the file
 */
export const verifyCopy = async (pdf: Uint8Array, options: VerifyOptions = {}): Promise<Verdict> =>
  verify(pdf, { ...options, forms: [...(options.forms ?? []), ...(await ownForms())] }, nodePlatform)

/**
 * Binds many forms into one PDF: cover, contents by department code, every form, an outline; one font subset for all.
 * Gives the file piece by piece, so that `writeFile('book.pdf', renderBook(…))` and pipelines take it as it is; a record is
 * taken when the piece before it has been, and no page is kept.
 * @param records data of the form, or JSON texts of it in UTF-8 (parsed strictly)
 * @returns pieces of the PDF; what the generator returns says which record stands on which page
 * @throws FormError of kind `usage` or `file` before the first piece for wrong options and fonts; `book-empty` where no form
 *   could be printed; of a record that cannot be printed, unless `onForm` is there to be told of it
 */
export async function* renderBook<M extends z.ZodType>(
  form: FormDefinition<M>,
  records: Iterable<ManyRecord<M>> | AsyncIterable<ManyRecord<M>>,
  options: BookOptions = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>, BookSummary, undefined> {
  return yield* printBook(form as FormDefinition, records, options, nodePlatform)
}

export { type BookContents, type BookCover, type BookDefinition, defineBook } from './book/book-definition.js'
export type { BookOptions, BookResult } from './book/book-options.js'
export type { BookSummary } from './book/print-book.js'
export type { CopyKind, ProvenKind } from './copies/copy-kind.js'
export type { MaskedField } from './copies/mask-data.js'
export { readForm } from './copies/read-form.js'
export type { Verdict, VerdictName } from './copies/verdict.js'
export type { VerifyOptions } from './copies/verify-copy.js'
export { type CheckContext, defineForm, type FormDefinition } from './define-form.js'
export { type Description, describeDiagnostic, type Language } from './diagnostics/describe-diagnostic.js'
export { type Diagnostic, diagnostic, type Facts, type Place, type Severity } from './diagnostics/diagnostic.js'
export { FormError, type FormErrorKind } from './diagnostics/form-error.js'
export type { UserFont } from './fonts/user-font.js'
export type { UserImage } from './images/image.js'
export type { NumberLiteral } from './input/number-literal.js'
export { readJson } from './input/read-json.js'
export { toPdfmake } from './inside-pdfmake.js'
export type { Length } from './layout/length.js'
export type { Cell, CellRole, Mark, Page, Rule, SigningPlace, TextRun } from './layout/page.js'
export { toMillimetres } from './layout/to-millimetres.js'
export type { FormAddress } from './many/form-address.js'
export { type ManyOptions, type ManyRecord, type ManyResult, renderMany } from './many/render-many.js'
export type { FormOptions } from './options.js'
export { fontFiles } from './platform/fonts-folder.js'
export type { LaidOutForm, RenderedForm } from './render.js'
export { defineOwnTemplate as defineTemplate, type TemplateOf } from './template/define-template.js'
export type { Template } from './template/template.js'
