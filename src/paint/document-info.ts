/** What a PDF says of itself: the Info dictionary (ISO 32000-1, 14.3.3) and the XMP packet are written from it. */
export interface DocumentInfo {
  readonly title: string
  readonly language: 'zh-CN'
  /**
   * ISO 8601, with offset (`2023-01-28T10:47:20+08:00`) or local (`2023-01-28T10:47:20`, `2023-01-28`).
   * Absent: the PDF carries no date. It is never the clock's.
   */
  readonly creationDate?: string
  /** The program that made the form, such as `jixiao-forms 0.1.0`. */
  readonly creator: string
  readonly subject?: string
  /**
   * The level of PDF/A that the document keeps and claims (ISO 19005-2 and -3), and PDF/UA-1 (ISO 14289-1) with it.
   * Absent: no structure tree and no claim. Only PDF/A-3 lets any file be attached.
   */
  readonly conformance?: Conformance
  /** Files inside the PDF, associated with the document as a whole. Names differ from each other. */
  readonly attachments?: readonly Attachment[]
  /** What an archive asks of a document, for the XMP packet. */
  readonly archive?: ArchiveRecord
}

export type Conformance = 'PDF/A-3u' | 'PDF/A-2u'

/** A file inside a PDF (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8). */
export interface Attachment {
  /** File name without a folder. */
  readonly name: string
  /** Such as `application/json`. */
  readonly mimeType: string
  readonly bytes: Uint8Array
  /** What the file is to the document: `Source` is what the document was made from (ISO 19005-3, table E.1). */
  readonly relationship: AttachmentRelationship
  readonly description: string
  /** ISO 8601, as `creationDate`, which stands in where this is absent. */
  readonly modificationDate?: string
}

export const ATTACHMENT_RELATIONSHIPS = ['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified'] as const
export type AttachmentRelationship = (typeof ATTACHMENT_RELATIONSHIPS)[number]

/**
 * Metadata of archiving. 题名 is the document's `title`. Text only: no paths, no names of users or machines.
 * What a standard property of XMP exists for is written as that, the rest in a namespace of our own.
 */
export interface ArchiveRecord {
  /** 责任者, as `dc:creator` and Author. */
  readonly responsible?: string
  /** 机构, as `dc:publisher`. */
  readonly organisation?: string
  /** 日期 of the paper as `yyyy-MM-dd`, as `dc:date`. */
  readonly date?: string
  /** Form id, such as `performance-target`. */
  readonly form: string
  /** Template id, such as `yangquan-2023`. */
  readonly template: string
  /** SHA-256 in hex. */
  readonly templateHash: string
  /** SHA-256 in hex by face id. */
  readonly fontHashes: Readonly<Record<string, string>>
}
