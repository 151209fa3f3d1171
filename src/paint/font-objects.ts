/** The PDF objects of a font (ISO 32000-1, 9.7 and 9.8): Type0 over a CIDFont, with descriptor and ToUnicode map. */
import { deflate } from '../kernel/deflate.js'
import { type FontProgram, fontProgram } from './font-program.js'
import type { PdfKitDocument, PdfReference } from './open-document.js'
import { toUnicodeMap } from './to-unicode.js'
import type { UsedFace } from './used-faces.js'

/** Bit 3: the glyphs are not those of the standard Latin set (table 123). */
const SYMBOLIC = 4
const FULL_EM = 1000

/** Writes all objects of a face into `font`, the reference that the pages' resources already hold. */
export function writeFont(document: PdfKitDocument, font: PdfReference, used: UsedFace): void {
  const name = subsetName(used)
  const program = fontProgram(used, name)
  const baseFont = program.kind === 'glyf' ? name : `${name}-Identity-H`
  Object.assign(font.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [writeCidFont(document, used, program, name)],
    ToUnicode: writeToUnicode(document, used),
  })
  font.end()
}

function writeCidFont(document: PdfKitDocument, used: UsedFace, program: FontProgram, name: string): PdfReference {
  return ended(
    document.ref({
      Type: 'Font',
      Subtype: program.kind === 'glyf' ? 'CIDFontType2' : 'CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: { Registry: literal('Adobe'), Ordering: literal('Identity'), Supplement: 0 },
      FontDescriptor: writeDescriptor(document, used, program, name),
      DW: FULL_EM,
      W: widthArray(program.widths),
      ...(program.kind === 'glyf' ? { CIDToGIDMap: 'Identity' } : {}),
    }),
  )
}

function writeDescriptor(
  document: PdfKitDocument,
  { face }: UsedFace,
  program: FontProgram,
  name: string,
): PdfReference {
  const { box, ascent, descent, capHeight, italicAngle, weight } = face.font.description
  const thousandths = (units: number): number => Math.round((1000 * units) / face.unitsPerEm)
  return ended(
    document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: SYMBOLIC,
      FontBBox: box.map(thousandths),
      ItalicAngle: italicAngle,
      Ascent: thousandths(ascent),
      Descent: thousandths(descent),
      CapHeight: thousandths(capHeight),
      StemV: stemWidth(weight),
      ...writeProgram(document, program),
    }),
  )
}

/** CFF outlines are left to the finish stage: they are packed as densely as a general compressor gets them. */
function writeProgram(document: PdfKitDocument, { kind, bytes }: FontProgram): object {
  if (kind === 'glyf') {
    return { FontFile2: writeDeflated(document, { Length1: bytes.length, Filter: DEFLATED }, deflate(bytes, 'fonts')) }
  }
  const stream = document.ref({ Subtype: 'CIDFontType0C' })
  stream.write(bytes)
  return { FontFile3: ended(stream) }
}

const writeToUnicode = (document: PdfKitDocument, { units }: UsedFace): PdfReference =>
  writeDeflated(document, { Filter: DEFLATED }, deflate(toUnicodeMap(units.map(({ text }) => text)), 'maps'))

/** Name of the compression (7.4.4). */
const DEFLATED = 'FlateDecode'

function writeDeflated(
  document: PdfKitDocument,
  data: { readonly Length1?: number; readonly Filter: typeof DEFLATED },
  deflated: Uint8Array,
): PdfReference {
  const stream = document.ref(data)
  stream.write(deflated)
  return ended(stream)
}

/**
 * Widths that differ from a full em, as stretches of neighbouring CIDs (9.7.4.3). CIDs follow the code points,
 * so digits and letters stand together and a Chinese text has few stretches.
 */
export function widthArray(widths: readonly number[]): (number | number[])[] {
  const array: (number | number[])[] = []
  let stretch: number[] | undefined
  widths.forEach((width, index) => {
    if (width === FULL_EM) {
      stretch = undefined
      return
    }
    if (stretch === undefined) {
      stretch = []
      array.push(index + 1, stretch)
    }
    stretch.push(Math.round(width * 1000) / 1000)
  })
  return array
}

/** A usual estimate from the weight class: fonts do not say it, and readers use it for stand-in fonts only. */
const stemWidth = (weight: number): number => Math.round(10 + (weight - 50) * 0.25)

/** Tag and name, as in `KQBZTA+JixiaoSong-Regular` (9.6.4). */
function subsetName({ face, units }: UsedFace): string {
  const { postScript } = face.font.names
  const content = units.map(({ text, selectors, half }) => `${text}${selectors}${half ?? ''}`).join('\n')
  // A PDF name takes these letters without escapes; PostScript names are made of little else.
  const name = postScript.replace(/[^A-Za-z0-9.+_-]/g, '')
  return `${subsetTag(`${postScript}\n${content}`)}+${name === '' ? 'Font' : name}`
}

/** Six letters from the FNV-1a hash of what the subset holds: the same content has the same tag, always. */
function subsetTag(content: string): string {
  let hash = 0x811c9dc5
  for (let unit = 0; unit < content.length; unit++) {
    hash = Math.imul(hash ^ content.charCodeAt(unit), 0x01000193)
  }
  let rest = hash >>> 0
  let tag = ''
  for (let letter = 0; letter < 6; letter++) {
    tag += String.fromCharCode(65 + (rest % 26))
    rest = Math.floor(rest / 26)
  }
  return tag
}

function ended(reference: PdfReference): PdfReference {
  reference.end()
  return reference
}

/** PDFKit writes a primitive string as a name and a String object as a string. */
const literal = (text: string): object => Object(text) as object
