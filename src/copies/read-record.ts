/** The record inside a PDF, of whatever version of the package; everything about it may be hostile. */
import * as z from 'zod'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { decodeUtf8 } from '../input/decode-utf8.js'
import { parseJson } from '../input/parse-json.js'
import { readAttachments } from '../read/read-attachments.js'
import type { Template } from '../template/template.js'
import { type CopyRecord, RECORD_FILE, RECORD_FORMAT, RECORD_VERSION } from './copy-record.js'

/** @throws FormError: `not-a-copy`, `copy-altered/record`, `copy-format-version`, or what `readAttachments` throws */
export const readRecord = (pdf: Uint8Array): CopyRecord => {
  const files = readAttachments(pdf)
  const [file] = files
  if (file === undefined || files.every(({ name }) => name !== RECORD_FILE))
    throw refused(problem('not-a-copy', '', {}))
  if (files.length > 1) throw damaged('several-files')
  if (file.bytes.length > LARGEST_RECORD) throw damaged('too-large')
  return checkRecord(parse(file.bytes))
}

/** Data of 10 MB, as `readJson` takes it, and pictures for every place. */
const LARGEST_RECORD = 40_000_000

const refused = (diagnostic: Diagnostic): FormError => new FormError([diagnostic])
const damaged = (reason: string): FormError => refused(problem('copy-altered/record', '', { reason }))

const parse = (bytes: Uint8Array): unknown => {
  try {
    return parseJson(decodeUtf8(bytes))
  } catch (error) {
    if (error instanceof FormError) throw damaged('not-json')
    throw error
  }
}

/** An attachment that says it is ours and newer is told apart from one that is broken. */
const checkRecord = (value: unknown): CopyRecord => {
  const head = headSchema.safeParse(value)
  if (!head.success) throw refused(problem('not-a-copy', '', {}))
  const { formatVersion } = head.data
  if (formatVersion > RECORD_VERSION)
    throw refused(problem('copy-format-version', '', { found: formatVersion, newest: RECORD_VERSION }))
  const read = READERS[formatVersion]
  const record = read?.(value)
  if (record === undefined) throw damaged('not-a-record')
  return record
}

const headSchema = z.looseObject({ format: z.literal(RECORD_FORMAT), formatVersion: z.int().min(1) })

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().max(1000)

const version1 = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  formatVersion: z.literal(1),
  copy: z.enum(['final', 'public']),
  creator: name,
  form: name,
  template: z.strictObject({ id: name, sha256: hash }),
  fonts: z.record(name, hash),
  options: z.strictObject({
    creationDate: name.optional(),
    title: name.optional(),
    drop: z.array(name).optional(),
    images: z.record(name, hash).optional(),
    fonts: z.record(name, z.strictObject({ sha256: hash, face: name.optional() })).optional(),
  }),
  data: z.unknown(),
  code: name,
  materials: z
    .strictObject({ template: z.unknown().optional(), images: z.record(name, z.string()).optional() })
    .optional(),
})

/** One reader for each version there ever was, each giving the newest shape. */
const READERS: Readonly<Record<number, (value: unknown) => CopyRecord | undefined>> = {
  1: (value) => {
    const { data } = version1.safeParse(value)
    // A template of the caller's own is checked where it is used, as every template is.
    return data === undefined ? undefined : (data as CopyRecord & { materials?: { template?: Template } })
  },
}
