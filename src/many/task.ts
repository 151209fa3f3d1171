/** What passes between the caller's thread and the workers: plain, cloneable values. */
import type { MaskedField } from '../copies/mask-data.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError, type FormErrorKind } from '../diagnostics/form-error.js'
import type { FormOptions } from '../options.js'
import type { Carried } from './carry-value.js'
import type { FormAddress } from './form-address.js'
import type { SharedFonts } from './shared-fonts.js'

/** Tells a thread of this library from one that the caller started. */
export const PRINTER = 'jixiao-forms/printer'

/** What every worker is given when it starts. */
export interface WorkerSetup {
  readonly kind: typeof PRINTER
  readonly forms: readonly FormAddress[]
  readonly options: FormOptions
  readonly fonts: SharedFonts
}

export const isWorkerSetup = (data: unknown): data is WorkerSetup =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === PRINTER

export interface RenderTask {
  /** Place of the form in `WorkerSetup.forms`. */
  readonly form: number
  /** JSON text in UTF-8, parsed by the worker, or a value. */
  readonly data: Uint8Array | Carried
  /** In place of the setup's, where a task has its own. Fonts always come from the setup. */
  readonly options?: FormOptions
}

/** A record whose print is put into a file by the thread that makes it: no bytes of it travel. */
export interface FileTask extends RenderTask {
  readonly folder: string
  readonly name: string
}

/** What came of a task. */
export type RenderOutcome = Rendered | Refused
export type FileOutcome = Written | Refused

/** What a copy is known by. */
export interface CopyFacts {
  /** The verification code of a final or public copy, as it is printed. */
  readonly code?: string
  /** What a public copy does not show as it was given. */
  readonly masked?: readonly MaskedField[]
}

export interface Rendered extends CopyFacts {
  readonly kind: 'rendered'
  /** In a buffer of its own, handed over without a copy. */
  readonly pdf: Uint8Array<ArrayBuffer>
  readonly pageCount: number
  readonly diagnostics: readonly Diagnostic[]
}

export interface Written extends CopyFacts {
  readonly kind: 'written'
  /** SHA-256 of the PDF, which stands under its name by now. */
  readonly sha256: string
  readonly pageCount: number
  readonly diagnostics: readonly Diagnostic[]
}

export interface Refused {
  readonly kind: 'refused'
  readonly reason: FormErrorKind
  readonly diagnostics: readonly Diagnostic[]
}

export const copyFacts = ({ code, masked }: CopyFacts): CopyFacts => ({
  ...(code === undefined ? {} : { code }),
  ...(masked === undefined ? {} : { masked }),
})

export const refusal = (error: FormError): Refused => ({
  kind: 'refused',
  reason: error.kind,
  diagnostics: error.diagnostics,
})

export const errorOf = ({ diagnostics, reason }: Refused): FormError => new FormError(diagnostics, reason)
