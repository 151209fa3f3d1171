/** The errors about a PDF that was handed in. */
import { FormError } from '../../diagnostics/form-error.js'
import { problem } from '../../diagnostics/make-problem.js'

/** `pdf-broken`: `offset` is where in the file, in bytes. */
export const broken = (reason: string, offset: number): FormError =>
  new FormError([problem('pdf-broken', '', { reason, offset })])

/** `pdf-unsupported`: a sound PDF, but of a shape that cannot be signed here. */
export const unsupported = (
  shape: 'encrypted' | 'xref-stream' | 'hybrid' | 'linearized' | 'field' | 'rotated',
): FormError => new FormError([problem(`pdf-unsupported/${shape}`, '', {})])
