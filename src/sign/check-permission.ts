/** What earlier signatures leave room for: certification comes first, and then permits only so much (ISO 32000-1, 12.8.2.2). */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FormFields } from './find-fields.js'
import { catalogOf, dictionaryOf, itemsOf, type PdfFile, resolve } from './pdf/open-pdf.js'
import { broken } from './pdf/pdf-fault.js'
import { isNull, numberOf } from './pdf/value.js'

export interface Intention {
  readonly certify: boolean
  /** Fields that would be added and seen. */
  readonly newVisible: readonly string[]
}

/** @throws FormError of kind `usage`: `certify-not-first`, `certified` */
export function checkPermission(file: PdfFile, { signatures }: FormFields, { certify, newVisible }: Intention): void {
  const signed = signatures.filter(({ signature }) => signature !== undefined)
  if (certify && signed.length > 0)
    throw usage(problem('certify-not-first', '', { fields: signed.map(({ name }) => name) }))
  const level = certifiedLevel(file)
  if (level === 1) throw usage(problem('certified/closed', '', {}))
  if (newVisible.length === 0) return
  const names = signatures.filter(({ signature }) => signature === undefined).map(({ name }) => name)
  const waiting = names.length === 0 ? '—' : names.join('、')
  if (level !== undefined) throw usage(problem('certified/new-field', '', { waiting }))
  // A new field changes the structure tree, which validators hold against the earlier signatures.
  const tagged = catalogOf(file).entries.has('StructTreeRoot')
  if (tagged && signed.length > 0) throw usage(problem('certified/tagged', '', { waiting }))
}

const usage = (diagnostic: ReturnType<typeof problem>): FormError => new FormError([diagnostic], 'usage')

/** P of the certification, 2 where it says nothing; undefined for a document that is not certified. */
export function certifiedLevel(file: PdfFile): number | undefined {
  const permissions = dictionaryOf(file, catalogOf(file).entries.get('Perms'))
  const certification = dictionaryOf(file, permissions?.entries.get('DocMDP'))
  if (certification === undefined) return undefined
  const [first] = itemsOf(file, certification.entries.get('Reference'))
  const parameters = dictionaryOf(file, dictionaryOf(file, first)?.entries.get('TransformParams'))
  const level = resolve(file, parameters?.entries.get('P'))
  if (isNull(level)) return 2
  const number = numberOf(level)
  if (number === undefined) throw broken('认证签名的许可有误', 0)
  return number
}
