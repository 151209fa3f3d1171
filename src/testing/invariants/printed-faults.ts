/** Whether a PDF holds every character of a filled form, each in its cell: for a PDF alone, without its layout. */
import type * as z from 'zod'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { nodePlatform } from '../../platform/node-platform.js'
import { layOut } from '../../render.js'
import { readPdf } from '../pdf/read-pdf.js'
import { bindFilled, type FilledForm } from './filled-form.js'
import { textFaults } from './text-faults.js'

/**
 * The form is laid out anew to know where its cells are.
 * @returns `text-incomplete`, `text-astray`, `glyph-unmapped`, `page-count`; none for a complete PDF
 * @throws FormError for data that cannot be printed; `peer-missing`, `pdf-unreadable`
 */
export const printedFaults = async <M extends z.ZodType>(
  pdf: Uint8Array,
  filled: FilledForm<M>,
): Promise<readonly Diagnostic[]> => {
  const { pages } = layOut(filled.form, filled.data, filled.options ?? {}, nodePlatform)
  return textFaults(bindFilled(filled), pages, await readPdf(pdf))
}
