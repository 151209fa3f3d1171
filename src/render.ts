/** The pipeline: each line is a stage, each value between two stages is plain data with a type of its own. */
import type * as z from 'zod'
import { describeCopy } from './copies/describe-copy.js'
import { type Copy, makeCopy } from './copies/make-copy.js'
import type { MaskedField } from './copies/mask-data.js'
import { type MaskedInput, maskInput } from './copies/mask-input.js'
import type { FormDefinition } from './define-form.js'
import type { Diagnostic } from './diagnostics/diagnostic.js'
import { FormError } from './diagnostics/form-error.js'
import { finishPdf } from './finish/finish-pdf.js'
import type { FontFaces } from './fonts/face.js'
import { openFontBook } from './fonts/font-book.js'
import { createPlaceFinder } from './layout/find-place.js'
import { layoutGrid } from './layout/layout-grid.js'
import type { Page } from './layout/page.js'
import { findDateFaults } from './model/form-dates.js'
import { parseForm } from './model/parse-form.js'
import { checkDefinition } from './option-types.js'
import { checkOptions, chooseTemplate, describeDocument, type FormOptions } from './options.js'
import type { DocumentInfo } from './paint/document-info.js'
import { paintPages } from './paint/paint-pages.js'
import type { Platform } from './platform/platform.js'
import { runChecks } from './run-checks.js'
import { bindCopy } from './template/bind-copy.js'
import { bindTemplate } from './template/bind-template.js'
import type { BoundGrid } from './template/bound-grid.js'
import { checkGlyphs } from './template/check-glyphs.js'

export interface LaidOutForm {
  readonly pages: readonly Page[]
  /** Findings with their places; printing goes on. */
  readonly diagnostics: readonly Diagnostic[]
  /** The verification code of a final or public copy, as it is printed. */
  readonly code?: string
  /** What a public copy does not show as it was given. */
  readonly masked?: readonly MaskedField[]
}

export interface RenderedForm extends LaidOutForm {
  /** In a buffer of its own, as `Response` and `Blob` take it. */
  readonly pdf: Uint8Array<ArrayBuffer>
}

/** Data → PDF. Every function of this file takes the platform as an argument: the engine itself reads no file and no clock. */
export const render = async <M extends z.ZodType>(
  form: FormDefinition<M>,
  input: unknown,
  options: FormOptions,
  platform: Platform,
): Promise<RenderedForm> => {
  const book = openFaces(form, options, platform)
  const composed = compose(form, input, options, platform, book)
  refuse(composed.findings, options.strict ?? false)
  const pages = layoutGrid(composed.grid, book)
  const info = describe(form, composed, platform)
  const painted = await paintPages(pages, book, info, composed.copy.pictures)
  return { pdf: finishPdf(painted, info, platform.sha256), ...report(composed, pages) }
}

/** The same without the PDF. */
export const layOut = <M extends z.ZodType>(
  form: FormDefinition<M>,
  input: unknown,
  options: FormOptions,
  platform: Platform,
): LaidOutForm => {
  const book = openFaces(form, options, platform)
  const composed = compose(form, input, options, platform, book)
  refuse(composed.findings, options.strict ?? false)
  return report(composed, layoutGrid(composed.grid, book))
}

/** A form on pages, with what it is known by to whoever binds several into one document. */
export interface SetForm extends LaidOutForm {
  /** As the model reads it. */
  readonly data: unknown
  readonly grid: BoundGrid
}

/** The same as `layOut` with faces that were opened before. */
export const setForm = <M extends z.ZodType>(
  form: FormDefinition<M>,
  input: unknown,
  options: FormOptions,
  platform: Platform,
  faces: FontFaces,
): SetForm => {
  const composed = compose(form, input, options, platform, faces)
  refuse(composed.findings, options.strict ?? false)
  return { ...report(composed, layoutGrid(composed.grid, faces)), data: composed.data, grid: composed.grid }
}

/** Every diagnostic, those that refuse among them. Throws for wrong options only. */
export const check = <M extends z.ZodType>(
  form: FormDefinition<M>,
  input: unknown,
  options: FormOptions,
  platform: Platform,
): readonly Diagnostic[] => {
  const book = openFaces(form, options, platform)
  const composed = orFindings(() => compose(form, input, options, platform, book))
  if ('diagnostics' in composed) return composed.diagnostics
  const { grid, findings } = composed
  if (findings.some((finding) => finding.refuses)) return findings
  const laidOut = orFindings(() => ({ pages: layoutGrid(grid, book) }))
  return 'diagnostics' in laidOut ? [...findings, ...laidOut.diagnostics] : withPlaces(findings, grid, laidOut.pages)
}

/** What is wrong with the data is found, not thrown. */
const orFindings = <T>(act: () => T): T | { readonly diagnostics: readonly Diagnostic[] } => {
  try {
    return act()
  } catch (error) {
    if (error instanceof FormError && error.kind === 'data') return { diagnostics: error.diagnostics }
    throw error
  }
}

/** The faces that forms are set in; shared by all forms that are set with the same options. Throws for wrong options and fonts. */
export const openFaces = (form: unknown, options: FormOptions, platform: Platform): FontFaces => {
  checkDefinition(form)
  checkOptions(options)
  return openFontBook({ shipped: platform.shippedFonts(), user: options.fonts ?? {}, readFile: platform.readFontFile })
}

/** A form with every word that will be printed, and what there is to say about it. */
interface Composed extends MaskedInput {
  readonly data: unknown
  readonly copy: Copy
  readonly grid: BoundGrid
  readonly findings: readonly Diagnostic[]
}

/** Form → grid, with what the content rules, the template and the fonts have to say about it. A public copy is masked before all else. */
const compose = <M extends z.ZodType>(
  form: FormDefinition<M>,
  input: unknown,
  options: FormOptions,
  platform: Platform,
  book: FontFaces,
): Composed => {
  const given = maskInput(form, input, options)
  const data = parse(form, given.input)
  const { title, today } = given.options
  const template = chooseTemplate(form, data, given.options)
  const source = { template, form: data, labels: form.labels }
  const content = runChecks(form, data, { template, ...(today === undefined ? {} : { today }) })
  const bound = bindTemplate(source, { steering: form.steering, ...(title === undefined ? {} : { title }) })
  const copy = makeCopy({ form, input: given.input, data, template }, given.options, platform)
  const grid = bindCopy(bound.grid, template, copy)
  const findings = [
    ...findDateFaults(form, data),
    ...withoutDropped(content, given.masked),
    ...bound.diagnostics,
    ...checkGlyphs(source, grid, book),
  ]
  return { input: given.input, options: given.options, masked: given.masked, data, copy, grid, findings }
}

const parse = <M extends z.ZodType>(form: FormDefinition<M>, input: unknown): z.output<M> => {
  const parsed = parseForm(form, input)
  if ('diagnostics' in parsed) throw new FormError(parsed.diagnostics)
  return parsed.data
}

/** What was left out on request is not found missing. */
const withoutDropped = (findings: readonly Diagnostic[], masked: readonly MaskedField[]): readonly Diagnostic[] => {
  const dropped = new Set(masked.filter(({ shown }) => shown === '').map(({ path }) => path))
  return findings.filter(({ path }) => !dropped.has(path))
}

const describe = (form: FormDefinition, { data, options, copy, grid }: Composed, { creator }: Platform): DocumentInfo =>
  Object.assign(
    describeDocument(form, data, options, grid.title, creator),
    describeCopy(form, data, copy, options.attachData ?? true),
  )

const report = ({ copy, masked, grid, findings }: Composed, pages: readonly Page[]): LaidOutForm => ({
  pages,
  diagnostics: withPlaces(findings, grid, pages),
  ...(copy.code === undefined ? {} : { code: copy.code }),
  ...(copy.kind === 'public' ? { masked } : {}),
})

/** Throws a FormError of all that stands in the way of printing. */
const refuse = (findings: readonly Diagnostic[], strict: boolean): void => {
  const faults = findings.filter((finding) => finding.refuses || (strict && finding.severity === 'error'))
  // What stands under no field is the title's or the template's: the caller chose it.
  if (faults.length > 0) throw new FormError(faults, faults.every(({ path }) => path === '') ? 'usage' : 'data')
}

const withPlaces = (
  findings: readonly Diagnostic[],
  grid: BoundGrid,
  pages: readonly Page[],
): readonly Diagnostic[] => {
  const findPlace = createPlaceFinder(grid, pages)
  return findings.map((finding) => {
    const place = findPlace(finding.path)
    return place === undefined ? finding : Object.assign({}, finding, { place })
  })
}
