/** The signature dictionary with room for its value (ISO 32000-1, 12.8.1; ETSI EN 319 142-1, 5.3 and 6.3), and how the value is put in. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { Timestamp } from '../finish/timestamp.js'
import { array, dictionary, name, number } from './pdf/value.js'
import { textValue, writeValue } from './pdf/write-value.js'

export interface SignatureWords {
  readonly name: string
  readonly time: Timestamp
  readonly reason?: string
  readonly certify: boolean
}

/** Ten digits reach further than a classic cross-reference table does. */
const RANGE_ROOM = '[0 0000000000 0000000000 0000000000]'
const RANGE_KEY = '/ByteRange '
const CONTENTS_KEY = '/Contents '

/** Range and value come first: what follows may hold any text. `room` is in bytes of the value. */
export function signatureDictionary({ name: signerName, time, reason, certify }: SignatureWords, room: number): string {
  const rest = dictionary({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    Name: textValue(signerName),
    M: textValue(time.pdf),
    Reason: reason === undefined ? undefined : textValue(reason),
    Reference: certify ? array([documentModification()]) : undefined,
  })
  const places = `${RANGE_KEY}${RANGE_ROOM}\n${CONTENTS_KEY}<${'00'.repeat(room)}>\n`
  return writeValue(rest).replace('<<\n', () => `<<\n${places}`)
}

/**
 * DocMDP with P = 2 (12.8.2.2, table 254): filling in forms and signing. P = 1 would forbid the second signature, P = 3
 * would allow annotations. Our documents have no other fields, so signing is all that is left. Without the digest
 * entries, which PDF/A forbids (ISO 19005-3, 6.1.12).
 */
const documentModification = () =>
  dictionary({
    Type: name('SigRef'),
    TransformMethod: name('DocMDP'),
    TransformParams: dictionary({ Type: name('TransformParams'), P: number(2), V: name('1.2') }),
  })

export interface OpenSignature {
  /** The bytes that are signed, before and behind the value; views. */
  readonly content: readonly [Uint8Array, Uint8Array]
  /** Writes the value into its room. Throws a FormError `sign-key/too-large`. */
  readonly fill: (value: Uint8Array) => void
}

/** Writes the byte range of the dictionary at `body` into the file, which is changed in place. */
export function openSignature(pdf: Uint8Array, body: number, room: number): OpenSignature {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  const range = text.indexOf(RANGE_KEY, body) + RANGE_KEY.length
  const start = text.indexOf(CONTENTS_KEY, range) + CONTENTS_KEY.length
  const end = start + 2 * room + '<>'.length
  const written = `[0 ${start} ${end} ${pdf.length - end}]`
  text.write(written.padEnd(RANGE_ROOM.length), range, 'latin1')
  return {
    content: [pdf.subarray(0, start), pdf.subarray(end)],
    fill: (value) => {
      if (value.length > room) throw new FormError([problem('sign-key/too-large', '', {})], 'usage')
      text.write(Buffer.from(value).toString('hex').toUpperCase(), start + 1, 'latin1')
    },
  }
}

/** Beside the certificates: the signature of the longest key, attributes and frame. */
const ROOM_BESIDE = 4096

export const roomFor = (certificates: readonly Uint8Array[]): number =>
  certificates.reduce((sum, { length }) => sum + length, ROOM_BESIDE)
