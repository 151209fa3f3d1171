/**
 * Verification by reproduction: a copy carries all that decides its bytes, so whoever has the package prints it again and
 * compares. No key, no register and no network is needed, and nothing in the file is believed: the code in your hand is.
 */
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { UserFont } from '../fonts/user-font.js'
import type { Platform } from '../platform/platform.js'
import type { RenderedForm } from '../render.js'
import { readSignatures, unsignedRevision } from '../sign/read-signatures.js'
import { checkSignatures, checkSigning } from './check-signing.js'
import { comparePdfs } from './compare-pdfs.js'
import { type CopyRecord, codeOf } from './copy-record.js'
import { findMaterials, type Offered } from './find-materials.js'
import { readRecord } from './read-record.js'
import { reprint } from './reprint.js'
import { reasonsOf, type Verdict } from './verdict.js'
import { readCode } from './verification-code.js'

export interface VerifyOptions {
  /** The code on the paper in your hand. Without it a copy is found intact, and not found to be the one you hold. */
  readonly expectedCode?: string | undefined
  /** Forms beside the package's own. */
  readonly forms?: readonly FormDefinition[] | undefined
  /** The fonts of the user that it was made with, by role. */
  readonly fonts?: Readonly<Record<string, UserFont>> | undefined
}

/** @throws FormError of kind `usage`: `code-mistyped`. Never for what is in the file. */
export const verify = async (pdf: Uint8Array, options: VerifyOptions, platform: Platform): Promise<Verdict> => {
  const expectedCode = expectedOf(options)
  const opened = open(pdf)
  if ('verdict' in opened) return opened
  const { record } = opened
  if (record.creator !== platform.creator) return needsVersion(record, platform)
  const offered: Offered = { forms: options.forms ?? [], fonts: options.fonts ?? {} }
  const materials = findMaterials(record, offered, platform)
  if (!('form' in materials)) return { verdict: 'needs-material', ...reasonsOf(materials) }
  const printed = await reprint(record, materials, offered, platform)
  if ('severity' in printed) return { verdict: 'altered', ...reasonsOf([printed]) }
  return judge(pdf, opened, printed, expectedCode)
}

const expectedOf = ({ expectedCode }: VerifyOptions): string | undefined => {
  if (expectedCode === undefined) return undefined
  const code = readCode(expectedCode)
  if (code === undefined) throw new FormError([problem('code-mistyped', '', { found: expectedCode })], 'usage')
  return code
}

interface OpenedCopy {
  readonly record: CopyRecord
  /** The file as it was before the first signature. */
  readonly unsigned: Uint8Array
}

const open = (pdf: Uint8Array): OpenedCopy | Verdict => {
  try {
    const before = unsignedRevision(pdf)
    // Nothing stands before a signature of the first revision where the whole file was written anew: it is judged as it is.
    const unsigned = before.length === 0 ? pdf : before
    return { record: readRecord(unsigned), unsigned }
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    const { diagnostics } = error
    const says = (wanted: string): boolean => diagnostics.some(({ code }) => code === wanted)
    if (says('copy-format-version')) return { verdict: 'needs-version', version: '', ...reasonsOf(diagnostics) }
    const rewritten = says('pdf-unsupported')
    const ours = holds(pdf, OUR_NAME) && (!rewritten || holds(pdf, OUR_DATA))
    if (says('not-a-copy') || !ours) return { verdict: 'not-ours', ...reasonsOf(diagnostics) }
    // We write no such file, and turned back by another program it would still not be the one we wrote.
    return { verdict: 'altered', ...reasonsOf(rewritten ? [problem('copy-altered/structure', '', {})] : diagnostics) }
  }
}

/** A file that is broken, and says somewhere that we made it, was one of ours. */
const OUR_NAME = '(jixiao-forms'
/** Without this key there are no data inside. */
const OUR_DATA = '/AFRelationship'

/** @param word its first letter stands nowhere else in it, so after a mismatch only that can begin anew */
const holds = (pdf: Uint8Array, word: string): boolean => {
  const letters = new TextEncoder().encode(word)
  for (let at = 0, matched = 0; at < pdf.length; at++) {
    matched = pdf[at] === letters[matched] ? matched + 1 : pdf[at] === letters[0] ? 1 : 0
    if (matched === letters.length) return true
  }
  return false
}

const needsVersion = ({ creator }: CopyRecord, platform: Platform): Verdict => ({
  verdict: 'needs-version',
  version: creator.replace(/^\S+ /, ''),
  ...reasonsOf([problem('copy-version', '', { made: creator, here: platform.creator })]),
})

const judge = async (
  pdf: Uint8Array,
  { record, unsigned }: OpenedCopy,
  printed: RenderedForm,
  expectedCode: string | undefined,
): Promise<Verdict> => {
  const { code: _, materials: __, ...inputs } = record
  const code = codeOf(inputs)
  const differences = [
    ...(record.code === code ? [] : [problem('copy-altered/code', '', { found: record.code, code })]),
    ...comparePdfs(unsigned, printed.pdf),
  ]
  if (differences.length > 0) return { verdict: 'altered', ...reasonsOf(differences) }
  const { signatures, faults } = await examineSigning(pdf, printed.pages)
  if (faults.length > 0) return { verdict: 'altered', ...reasonsOf(faults) }
  const copy = { code, copy: record.copy, signatures }
  if (expectedCode === undefined)
    return { verdict: 'reproduced', ...copy, ...reasonsOf([problem('copy-reproduced/unasked', '', { code })]) }
  if (expectedCode === code)
    return { verdict: 'reproduced', ...copy, ...reasonsOf([problem('copy-reproduced', '', { code })]) }
  return {
    verdict: 'other-code',
    ...copy,
    expectedCode,
    ...reasonsOf([problem('copy-other-code', '', { code, expected: expectedCode })]),
  }
}

/** What was appended after the print. An increment that cannot even be read is one that was damaged. */
const examineSigning = async (
  pdf: Uint8Array,
  pages: RenderedForm['pages'],
): Promise<{ readonly signatures: number; readonly faults: readonly Diagnostic[] }> => {
  try {
    const found = readSignatures(pdf)
    return { signatures: found.length, faults: [...checkSigning(pdf, pages), ...(await checkSignatures(pdf, found))] }
  } catch (error) {
    if (!(error instanceof FormError) || error.kind !== 'data') throw error
    return { signatures: 0, faults: error.diagnostics }
  }
}
