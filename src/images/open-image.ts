/** A picture of the caller for a place of the template: read, checked as a whole, and of a size the place can take. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { PlaceTemplate } from '../template/template.js'
import type { Picture, UserImage } from './image.js'
import { ImageFault } from './image-fault.js'
import { isPng } from './png-chunks.js'
import { isJpeg, readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'

/** A seal of 42 mm at 600 dpi has 1,000 pixels. */
const LARGEST_SIDE = 4000
const LARGEST_FILE = 4_000_000
/** A seal of 42 mm with fewer pixels, 72 to the inch, is a thumbnail. */
const SMALLEST_SEAL = 120
const SMALLEST_SIGNATURE = 24

type ReadFile = (path: string) => Uint8Array

/** @throws FormError of kind `usage`: `image-missing`, `image-refused`; of kind `file`: `file-unreadable` */
export const openImage = (
  place: string,
  kind: PlaceTemplate['kind'],
  image: UserImage,
  readFile: ReadFile,
): Picture => {
  const bytes = image.bytes ?? (image.path === undefined ? undefined : readFile(image.path))
  if (bytes === undefined) throw new FormError([problem('image-missing', '', { place })], 'usage')
  try {
    const picture = decode(bytes)
    checkSize(picture, kind)
    return picture
  } catch (error) {
    if (!(error instanceof ImageFault)) throw error
    throw new FormError(
      [problem(error.key, '', { place, file: image.path ?? '', detail: error.detail, reason: error.detail })],
      'usage',
    )
  }
}

const decode = (bytes: Uint8Array): Picture => {
  if (bytes.length > LARGEST_FILE) throw new ImageFault('image-refused/large', `${Math.ceil(bytes.length / 1e6)} MB`)
  if (isPng(bytes)) return readPng(bytes, LARGEST_SIDE)
  if (isJpeg(bytes)) return readJpeg(bytes, LARGEST_SIDE)
  throw new ImageFault('image-refused/format', '')
}

/** A seal is round or square: a picture that is neither is cut off, or is no seal. */
const checkSize = ({ width, height }: Picture, kind: PlaceTemplate['kind']): void => {
  const smallest = kind === 'seal' ? SMALLEST_SEAL : SMALLEST_SIGNATURE
  const size = `${width} × ${height}`
  if (Math.min(width, height) < smallest) throw new ImageFault('image-refused/small', size)
  if (kind === 'seal' && Math.abs(width - height) > 0.05 * Math.max(width, height))
    throw new ImageFault('image-refused/oblong', size)
}
