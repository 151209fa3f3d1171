/** The data inside a copy. */
import { readRecord } from './read-record.js'

/**
 * The data of a final or public copy, as it was handed in: `renderForm` takes it, and `readJson` would have read the same.
 * What a public copy masks is masked here too. Copies made by any older version of the package are read.
 * Nothing is checked but that it can be read: `verifyCopy` says whether it is what stands on the pages.
 * @throws FormError: `pdf-broken`, `pdf-unsupported`, `not-a-copy`, `copy-altered`, `copy-format-version`
 */
export const readForm = async (pdf: Uint8Array): Promise<unknown> => readRecord(pdf).data
