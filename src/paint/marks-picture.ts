/** Pictures for places: one image XObject each (ISO 32000-1, 8.9), whatever number of pages shows it. */
import type { Picture } from '../images/image.js'
import type { Mark } from '../layout/page.js'
import { points } from './numbers.js'
import type { PdfKitDocument, PdfReference } from './open-document.js'

type PictureMark = Extract<Mark, { readonly kind: 'picture' }>

/** Colours are of the device, as the rest of the page: the output intent of an archived copy says what they mean. */
const COLOUR_SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB' } as const

export function writePicture(document: PdfKitDocument, { width, height, samples }: Picture): PdfReference {
  const data = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 }
  const ColorSpace = COLOUR_SPACES[samples.components]
  if (samples.kind === 'jpeg') return written(document, { ...data, ColorSpace, Filter: 'DCTDecode' }, samples.bytes)
  if (samples.alpha === undefined) return written(document, { ...data, ColorSpace }, samples.colour)
  const mask = written(document, { ...data, ColorSpace: 'DeviceGray' }, samples.alpha)
  return written(document, { ...data, ColorSpace, SMask: mask }, samples.colour)
}

function written(document: PdfKitDocument, data: object, bytes: Uint8Array): PdfReference {
  const stream = document.ref(data)
  stream.write(bytes)
  stream.end()
  return stream
}

/** Of an edge seal each page shows its own slice: the whole is drawn at its place in the row of pages, and the rest cut off. */
export function pictureOperators({ x, y, width, height, part, parts }: PictureMark, name: string): string {
  const left = x - (part - 1) * width
  const clip = parts === 1 ? [] : [`${points(x)} ${points(y)} ${points(width)} ${points(height)} re W n`]
  // PDFKit turned the page's y axis downwards; images stand on their lower edge.
  const draw = `${points(parts * width)} 0 0 ${points(-height)} ${points(left)} ${points(y + height)} cm /${name} Do`
  return ['q', ...clip, draw, 'Q'].join('\n')
}
