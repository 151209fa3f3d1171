/** What the document of a final or public copy says of itself beyond a plain one: conformance, the attached data, metadata for archives. */
import type { FormDefinition } from '../define-form.js'
import { isoDate } from '../model/calendar-date.js'
import { dayOf } from '../model/form-dates.js'
import type { DocumentInfo } from '../paint/document-info.js'
import { valueAt } from '../template/field-path.js'
import { type CopyRecord, RECORD_FILE, writeRecord } from './copy-record.js'
import type { Copy } from './make-copy.js'

/** Nothing for a plain copy or a draft. PDF/A-2 takes no attachment that is not PDF/A itself (ISO 19005-2, 6.8). */
export const describeCopy = (
  form: FormDefinition,
  data: unknown,
  { record }: Copy,
  attachData: boolean,
): Pick<DocumentInfo, 'conformance' | 'attachments' | 'archive'> => {
  if (record === undefined) return {}
  const archive = describeArchive(form, data, record)
  return attachData
    ? { conformance: 'PDF/A-3u', archive, attachments: [attach(record)] }
    : { conformance: 'PDF/A-2u', archive }
}

const attach = (record: CopyRecord): NonNullable<DocumentInfo['attachments']>[number] => ({
  name: RECORD_FILE,
  mimeType: 'application/json',
  bytes: writeRecord(record),
  relationship: 'Source',
  description: `本表的数据和制作条件，验证码${record.code}由此算出`,
  ...(record.options.creationDate === undefined ? {} : { modificationDate: record.options.creationDate }),
})

const describeArchive = (
  form: FormDefinition,
  data: unknown,
  record: CopyRecord,
): NonNullable<DocumentInfo['archive']> => {
  const { archive: paths = {} } = form
  const responsible = textAt(data, paths.responsible)
  const organisation = textAt(data, paths.organisation)
  const date = dayOf(data, paths.date)
  return {
    ...(responsible === '' ? {} : { responsible }),
    ...(organisation === '' ? {} : { organisation }),
    ...(date ? { date: isoDate(date) } : {}),
    form: record.form,
    template: record.template.id,
    templateHash: record.template.sha256,
    fontHashes: record.fonts,
  }
}

const textAt = (data: unknown, path: string | undefined): string => {
  const value = path === undefined ? undefined : valueAt(data, path)
  return typeof value === 'string' ? value.trim() : ''
}
