/** Adds empty signature fields to an unsigned PDF, by incremental update: for templates that know who will sign where. */

import { checkPermission } from './check-permission.js'
import { chooseField } from './choose-field.js'
import { findFields } from './find-fields.js'
import { linkFields } from './link-fields.js'
import { checkReserved, type ReservedField } from './options.js'
import { startIncrement, writeIncrement } from './pdf/increment.js'
import { openPdf } from './pdf/open-pdf.js'
import { createFields } from './sign-pdf.js'

/**
 * The same input gives the same bytes. Whoever signs then names the field.
 * Throws a FormError: `pdf-broken`, `pdf-unsupported`, `option-invalid`, `field-taken`, `certified`.
 */
export function reserveFields(pdf: Uint8Array, fields: readonly ReservedField[]): Uint8Array<ArrayBuffer> {
  checkReserved(fields)
  const increment = startIncrement(openPdf(pdf))
  const found = findFields(increment.file)
  chooseField(found, { reserve: fields })
  const newVisible = fields.filter(({ place }) => place !== undefined).map(({ field }) => field)
  checkPermission(increment.file, found, { certify: false, newVisible })
  linkFields(increment, createFields(increment, fields, undefined), undefined)
  return writeIncrement(increment).pdf
}
