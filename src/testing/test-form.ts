/** One call puts a form, ours or anyone's, through every invariant of print. */
import type * as z from 'zod'
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import type { FormAddress } from '../many/form-address.js'
import { nodePlatform } from '../platform/node-platform.js'
import { render } from '../render.js'
import { boxFaults } from './invariants/box-faults.js'
import { bindFilled, type FilledForm } from './invariants/filled-form.js'
import { labelFaults, pageNumberFaults } from './invariants/label-faults.js'
import { lineFaults } from './invariants/line-faults.js'
import { stabilityFaults } from './invariants/stability.js'
import { addressOf, type ExpectedDocument, surroundingsFaults } from './invariants/surroundings.js'
import { textFaults } from './invariants/text-faults.js'
import { fingerprint } from './pdf/fingerprint.js'
import { readPdf } from './pdf/read-pdf.js'

export interface TestFormOptions {
  /** Variants to print the samples in. Default: all of the form's. */
  readonly templates?: readonly string[] | undefined
  /**
   * Where a plain Node imports the form from, for printing in hostile surroundings. Default: the form's own `module`; where that
   * is missing, or is TypeScript that this Node does not run, nothing is printed there, and the report says so.
   */
  readonly importAs?: FormAddress | undefined
}

export interface FormReport {
  /** Documents that were printed and examined. */
  readonly documents: number
  readonly pages: number
  /** Printed under another time zone, locale, folder, clock and order of keys, in processes of their own. */
  readonly surroundings: 'same bytes' | 'not asked'
}

/**
 * Prints every sample in every variant and examines it: text complete, boxes closed, labels repeated, no forbidden line start or
 * end, page numbers right, the same bytes however often and wherever, template plain data, every glyph with a code point.
 * @param samples data by a name that the faults are told with
 * @throws FormError with all faults; needs the optional peer `@hyzyla/pdfium` (`peer-missing`)
 */
export const testForm = async <M extends z.ZodType>(
  form: FormDefinition<M>,
  samples: Readonly<Record<string, z.input<M>>>,
  options: TestFormOptions = {},
): Promise<FormReport> => {
  const { templates = Object.keys(form.templates), importAs = addressOf(form) } = options
  const faults: Diagnostic[] = []
  const documents: ExpectedDocument[] = []
  let pages = 0
  for (const [sample, data] of Object.entries(samples)) {
    for (const template of templates) {
      const name = `${sample} · ${template}`
      const examined = await examine({ form, data, options: { template } })
      faults.push(...examined.faults.map((fault) => ({ ...fault, label: name })))
      documents.push({ name, data, template, sha256: examined.sha256 })
      pages += examined.pages
    }
  }
  if (importAs) faults.push(...(await surroundingsFaults(importAs, documents)))
  if (faults.length > 0) throw new FormError(faults)
  return { documents: documents.length, pages, surroundings: importAs ? 'same bytes' : 'not asked' }
}

const examine = async <M extends z.ZodType>(
  filled: FilledForm<M>,
): Promise<{ faults: readonly Diagnostic[]; sha256: string; pages: number }> => {
  const { pdf, pages } = await render(filled.form, filled.data, filled.options ?? {}, nodePlatform)
  const grid = bindFilled(filled)
  const faults = [
    ...boxFaults(pages),
    ...labelFaults(grid, pages),
    ...pageNumberFaults(grid, pages),
    ...lineFaults(grid, pages),
    ...textFaults(grid, pages, await readPdf(pdf)),
    ...(await stabilityFaults(filled, pdf)),
  ]
  return { faults, sha256: fingerprint(pdf).sha256, pages: pages.length }
}
