/**
 * What a copy carries inside: its data, and everything else that decides its bytes. Attached to the PDF as `form.json`;
 * whoever has it, the package's version and the user's fonts prints the same file again.
 */

import { canonicalJson } from '../input/canonical-json.js'
import { sha256 } from '../kernel/sha256.js'
import type { Template } from '../template/template.js'
import type { ProvenKind } from './copy-kind.js'
import { writeCode } from './verification-code.js'

/** Says that the attachment is one of ours. */
export const RECORD_FORMAT = 'jixiao-forms copy'
/** Version of the record. It grows when a member changes its meaning, and every older one stays readable. */
export const RECORD_VERSION = 1
export const RECORD_FILE = 'form.json'

/** The choices of the caller that change what is printed. */
export interface RecordedOptions {
  /** As it was chosen, or as it followed from the data; absent where the PDF has no date. */
  readonly creationDate?: string
  readonly title?: string
  /** Masking rules that were asked for. */
  readonly drop?: readonly string[]
  /** SHA-256 of each picture by its place. */
  readonly images?: Readonly<Record<string, string>>
  /** SHA-256 of each font of the user, by role. */
  readonly fonts?: Readonly<Record<string, { readonly sha256: string; readonly face?: string }>>
}

/** What the verification code is taken from, and nothing else. */
export interface ProvenInputs {
  readonly format: typeof RECORD_FORMAT
  readonly formatVersion: number
  readonly copy: ProvenKind
  /** Name and version of the package, such as `jixiao-forms 0.1.0`. */
  readonly creator: string
  /** Id of the form. */
  readonly form: string
  readonly template: { readonly id: string; readonly sha256: string }
  /** SHA-256 of the shipped fonts by face, as the package's manifest has them. */
  readonly fonts: Readonly<Record<string, string>>
  readonly options: RecordedOptions
  /** The form as it was handed in; masked in a public copy. */
  readonly data: unknown
}

export interface CopyRecord extends ProvenInputs {
  readonly code: string
  /** What a reprint needs and the package does not have; their hashes are part of the code. */
  readonly materials?: {
    /** A template of the caller's own. */
    readonly template?: Template
    /** Pictures by place, in base 64. */
    readonly images?: Readonly<Record<string, string>>
  }
}

/** The code of a copy: from its inputs, never from the bytes of the PDF, which carry it. */
export const codeOf = (inputs: ProvenInputs): string =>
  writeCode(sha256(new TextEncoder().encode(canonicalJson(inputs))))

export const makeRecord = (inputs: ProvenInputs, materials: NonNullable<CopyRecord['materials']>): CopyRecord => ({
  ...inputs,
  code: codeOf(inputs),
  ...(Object.keys(materials).length === 0 ? {} : { materials }),
})

/** One line of canonical JSON in UTF-8. */
export const writeRecord = (record: CopyRecord): Uint8Array => new TextEncoder().encode(`${canonicalJson(record)}\n`)
