/** A PDF in one line: its hash, and hashes of its kinds of content, so that a difference can be named without keeping the file. */
import type { Language } from '../../diagnostics/describe-diagnostic.js'
import { type PdfObject, readClassicPdf } from '../../finish/classic-pdf.js'
import { HEADER } from '../../finish/write-classic-pdf.js'
import { sha256Hex, sha256HexOfPieces } from '../../platform/sha256.js'

export interface Fingerprint {
  readonly sha256: string
  readonly bytes: number
  /** Of the PDF's own words for its creation date; `none` where it has none, as all below where the file is not of this library. */
  readonly created: string
  /** What is painted on the pages. */
  readonly paper: string
  readonly fonts: string
  /** Title, producer and XMP, the dates left out. */
  readonly about: string
}

export const fingerprint = (pdf: Uint8Array): Fingerprint => ({
  sha256: sha256Hex(pdf),
  bytes: pdf.length,
  ...partsOf(pdf),
})

const UNKNOWN = { created: 'none', paper: 'none', fonts: 'none', about: 'none' } as const

const partsOf = (pdf: Uint8Array): Omit<Fingerprint, 'sha256' | 'bytes'> => {
  const objects = objectsOf(pdf)
  if (!objects) return UNKNOWN
  const written = { paper: [] as PdfObject[], fonts: [] as PdfObject[], about: [] as PdfObject[] }
  for (const object of objects) written[kindOf(object)].push(object)
  const created = written.about
    .map(({ body }) => /\/CreationDate \((.*?)\)/.exec(body)?.[1])
    .find((date) => date !== undefined)
  return {
    created: created ?? 'none',
    paper: short(written.paper),
    fonts: short(written.fonts),
    about: short(written.about),
  }
}

/** Undefined for a PDF that is not written as this library writes: by another program, or with a signature appended. */
const objectsOf = (pdf: Uint8Array): readonly PdfObject[] | undefined => {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  if (!text.subarray(0, HEADER.length).equals(Buffer.from(HEADER, 'latin1'))) return undefined
  if (text.indexOf('startxref') !== text.lastIndexOf('startxref')) return undefined
  try {
    return readClassicPdf(pdf).objects
  } catch {
    return undefined
  }
}

const kindOf = ({ body }: PdfObject): 'paper' | 'fonts' | 'about' => {
  if (/\/CreationDate|\/Producer|\/Type \/Metadata/.test(body)) return 'about'
  return /\/Type \/Font|\/FontDescriptor|\/Length1|\/Subtype \/(?:CIDFont|OpenType)|\/CMap|\/DW\b/.test(body)
    ? 'fonts'
    : 'paper'
}

const DATES = /\((?:D:)?\d{4,14}[^)]*\)|\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?|uuid:[\w-]+/g

const short = (objects: readonly PdfObject[]): string =>
  sha256HexOfPieces(
    objects.flatMap(({ body, stream }) => [body.replace(DATES, ''), stream ? withoutDates(body, stream) : '']),
  ).slice(0, 16)

const withoutDates = (body: string, stream: Uint8Array): Uint8Array | string =>
  /\/Type \/Metadata/.test(body) ? new TextDecoder().decode(stream).replace(DATES, '') : stream

const FIELDS = ['sha256', 'bytes', 'created', 'paper', 'fonts', 'about'] as const

/** Such as `sha256=… bytes=52311 created=… paper=… fonts=… about=…`. */
export const writeFingerprint = (print: Fingerprint): string =>
  FIELDS.map((field) => `${field}=${print[field]}`).join(' ')

/** A line that lacks a field reads as one with `none`. */
export const readFingerprint = (line: string): Fingerprint => {
  const found = new Map(Array.from(line.matchAll(/(\w+)=(\S+)/g), (match) => [match[1], match[2] ?? '']))
  const word = (field: string): string => found.get(field) ?? 'none'
  return {
    sha256: word('sha256'),
    bytes: Number(found.get('bytes') ?? 0),
    created: word('created'),
    paper: word('paper'),
    fonts: word('fonts'),
    about: word('about'),
  }
}

/** Whether the parts could be told apart; of a file that is not written as this library writes only the hash of all is known. */
export const isTakenApart = ({ paper }: Fingerprint): boolean => paper !== UNKNOWN.paper

/**
 * What differs, in sentences without full stops; none for the same bytes.
 * @param samePaper known to be so from pictures and words: then what differs besides fonts and metadata is not painted
 */
export const compareFingerprints = (
  before: Fingerprint,
  after: Fingerprint,
  language: Language = 'en',
  samePaper = false,
): readonly string[] => {
  if (before.sha256 === after.sha256) return []
  const words = WORDS[language]
  if (!isTakenApart(before) || !isTakenApart(after)) return [words.other]
  const told = [
    ...(before.paper === after.paper ? [] : [samePaper ? words.unpainted : words.paper]),
    ...(before.fonts === after.fonts ? [] : [words.fonts]),
    ...(before.about === after.about ? [] : [words.about]),
    ...(before.created === after.created ? [] : [words.created(before.created, after.created)]),
  ]
  return told.length > 0 ? told : [words.other]
}

const WORDS = {
  en: {
    paper: 'what is painted on the pages differs',
    unpainted: 'what is in the file but not painted differs, such as attached data or tags',
    fonts: 'the embedded fonts differ',
    about: 'title, producer or metadata differ',
    created: (before: string, after: string) => `the creation date is ${after} instead of ${before}`,
    other: 'the bytes differ in how the file is written',
  },
  'zh-CN': {
    paper: '页面内容不同',
    unpainted: '文件里不印出的内容不同，如附带的数据、结构标记',
    fonts: '嵌入的字体不同',
    about: '标题、生成程序或元数据不同',
    created: (before: string, after: string) => `创建日期由${before}变为${after}`,
    other: '文件的写法不同',
  },
} as const
