/** What the Info dictionary of a PDF says (ISO 32000-1, 14.3.3), however the file is written, and what differs between two. */
import type { Language } from '../../diagnostics/describe-diagnostic.js'
import { type Pdfium, withDocument } from './pdfium.js'

/** By the names of the standard; empty where the PDF says nothing. */
export type Metadata = Readonly<Record<Tag, string>>

type Tag = keyof (typeof WORDS)['en']

const WORDS = {
  en: {
    Title: 'the title',
    Author: 'the author',
    Subject: 'the subject',
    Keywords: 'the keywords',
    Creator: 'the creator',
    Producer: 'the producer',
    CreationDate: 'the creation date',
    ModDate: 'the modification date',
  },
  'zh-CN': {
    Title: '标题',
    Author: '作者',
    Subject: '主题',
    Keywords: '关键词',
    Creator: '创建程序',
    Producer: '生成程序',
    CreationDate: '创建日期',
    ModDate: '修改日期',
  },
} as const

const TAGS = Object.keys(WORDS.en) as readonly Tag[]

/** @throws FormError `peer-missing`, `pdf-unreadable` */
export const readMetadata = (pdf: Uint8Array): Promise<Metadata> =>
  withDocument(
    pdf,
    (pdfium, document) => Object.fromEntries(TAGS.map((tag) => [tag, readTag(pdfium, document, tag)])) as Metadata,
  )

/** A sentence without a full stop for each that differs. */
export const compareMetadata = (before: Metadata, after: Metadata, language: Language): readonly string[] =>
  TAGS.filter((tag) => before[tag] !== after[tag]).map((tag) =>
    language === 'en'
      ? `${WORDS.en[tag]} is ${after[tag] || 'none'} instead of ${before[tag] || 'none'}`
      : `${WORDS['zh-CN'][tag]}由${before[tag] || '无'}变为${after[tag] || '无'}`,
  )

const readTag = (pdfium: Pdfium, document: number, tag: Tag): string => {
  const name = new TextEncoder().encode(`${tag}\0`)
  return withMemory(pdfium, name.length, (nameAt) => {
    pdfium.HEAPU8.set(name, nameAt)
    const size = pdfium._FPDF_GetMetaText(document, nameAt, 0, 0)
    return withMemory(pdfium, size, (textAt) => {
      pdfium._FPDF_GetMetaText(document, nameAt, textAt, size)
      // UTF-16LE with a zero behind it.
      return new TextDecoder('utf-16le').decode(pdfium.HEAPU8.slice(textAt, textAt + Math.max(0, size - 2)))
    })
  })
}

const withMemory = <T>(pdfium: Pdfium, size: number, use: (address: number) => T): T => {
  const address = pdfium.wasmExports.malloc(Math.max(1, size))
  try {
    return use(address)
  } finally {
    pdfium.wasmExports.free(address)
  }
}
