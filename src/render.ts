/** The pipeline: each line is a stage, each value between two stages is plain data with a type of its own. */
import type { z } from 'zod'
import type { FormDefinition } from './define-form.js'
import type { Diagnostic } from './diagnostics/diagnostic.js'
import { FormError } from './diagnostics/form-error.js'
import { finishPdf } from './finish/finish-pdf.js'
import type { FontFaces } from './fonts/face.js'
import { openFontBook } from './fonts/font-book.js'
import { findPlace } from './layout/find-place.js'
import { layoutGrid } from './layout/layout-grid.js'
import type { Page } from './layout/page.js'
import { parseForm } from './model/parse-form.js'
import { checkOptions, chooseTemplate, describeDocument, type FormOptions } from './options.js'
import { paintPages } from './paint/paint-pages.js'
import type { Platform } from './platform/platform.js'
import { bindTemplate } from './template/bind-template.js'
import type { BoundGrid } from './template/bound-grid.js'
import { checkGlyphs } from './template/check-glyphs.js'

export interface LaidOutForm {
  readonly pages: readonly Page[]
  /** Findings with their places; printing goes on. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface RenderedForm extends LaidOutForm {
  readonly pdf: Uint8Array
}

/** Data → PDF. Every function of this file takes the platform as an argument: the engine itself reads no file and no clock. */
export const render = async <M extends z.ZodType>(
  form: FormDefinition<M>,
  input: unknown,
  options: FormOptions,
  platform: Platform,
): Promise<RenderedForm> => {
  const book = openBook(options, platform)
  const data = parse(form, input)
  const { grid, findings } = compose(form, data, options, book)
  refuse(findings, options.strict ?? false)
  const pages = layoutGrid(grid, book)
  const info = describeDocument(form, data, options, grid.title, platform.creator)
  const painted = await paintPages(pages, book, info)
  return { pdf: finishPdf(painted, info), pages, diagnostics: withPlaces(findings, pages) }
}

/** The same without the PDF. */
export const layOut = <M extends z.ZodType>(
  form: FormDefinition<M>,
  input: unknown,
  options: FormOptions,
  platform: Platform,
): LaidOutForm => {
  const book = openBook(options, platform)
  const { grid, findings } = compose(form, parse(form, input), options, book)
  refuse(findings, options.strict ?? false)
  const pages = layoutGrid(grid, book)
  return { pages, diagnostics: withPlaces(findings, pages) }
}

/** Every diagnostic, those that refuse among them. Throws for wrong options only. */
export const check = <M extends z.ZodType>(
  form: FormDefinition<M>,
  input: unknown,
  options: FormOptions,
  platform: Platform,
): readonly Diagnostic[] => {
  const book = openBook(options, platform)
  try {
    const { grid, findings } = compose(form, parse(form, input), options, book)
    return findings.some((finding) => finding.refuses) ? findings : withPlaces(findings, layoutGrid(grid, book))
  } catch (error) {
    if (error instanceof FormError && error.kind === 'data') return error.diagnostics
    throw error
  }
}

const openBook = (options: FormOptions, platform: Platform): FontFaces => {
  checkOptions(options)
  return openFontBook({ shipped: platform.shippedFonts(), user: options.fonts ?? {}, readFile: platform.readFontFile })
}

const parse = <M extends z.ZodType>(form: FormDefinition<M>, input: unknown): z.output<M> => {
  const parsed = parseForm(form, input)
  if ('diagnostics' in parsed) throw new FormError(parsed.diagnostics)
  return parsed.data
}

/** Form → grid, with what the content rules, the template and the fonts have to say about it. */
const compose = <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: z.output<M>,
  options: FormOptions,
  book: FontFaces,
): { readonly grid: BoundGrid; readonly findings: readonly Diagnostic[] } => {
  const { title, today } = options
  const template = chooseTemplate(form, data, options)
  const source = { template, form: data, labels: form.labels }
  const content = form.checks(data, { template, ...(today === undefined ? {} : { today }) })
  const { grid, diagnostics } = bindTemplate(source, { steering: form.steering, ...(title === undefined ? {} : { title }) })
  return { grid, findings: [...content, ...diagnostics, ...checkGlyphs(source, grid, book)] }
}

/** Throws a FormError of all that stands in the way of printing. */
const refuse = (findings: readonly Diagnostic[], strict: boolean): void => {
  const faults = findings.filter((finding) => finding.refuses || (strict && finding.severity === 'error'))
  if (faults.length > 0) throw new FormError(faults)
}

const withPlaces = (findings: readonly Diagnostic[], pages: readonly Page[]): readonly Diagnostic[] =>
  findings.map((finding) => {
    const place = findPlace(pages, finding.path)
    return place === undefined ? finding : { ...finding, place }
  })
