/** A page as grey pixels, drawn by Poppler: where the ink really is. */
import type { Length } from '../../../src/layout/length.js'
import { onPdf } from './extract.js'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** 0 is black; row by row. */
  readonly grey: Uint8Array
  /** Pixels for a length. */
  readonly of: (length: Length) => number
}

const UNITS_PER_INCH = 254 * 72

export const drawPage = (pdf: Uint8Array, page: number, dpi: number): Pixels => {
  const pgm = onPdf(pdf, 'pdftoppm', ['-r', String(dpi), '-gray', '-f', String(page), '-l', String(page), '{pdf}'])
  const [head = '', width = '0', height = '0'] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1')) ?? []
  return {
    width: Number(width),
    height: Number(height),
    grey: pgm.subarray(head.length),
    of: (length) => (length * dpi) / UNITS_PER_INCH,
  }
}

/** Darker than this is ink; lighter is the soft edge of it. */
const INK = 128

export const isInk = ({ grey, width }: Pixels, x: number, y: number): boolean => (grey[y * width + x] ?? 255) < INK

export interface PixelBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Smallest box around the ink inside a box; all edges in pixels, right and bottom not included. */
export const inkBox = (pixels: Pixels, { left, top, right, bottom }: PixelBox): PixelBox | undefined => {
  let box: PixelBox | undefined
  for (let y = Math.ceil(top); y < Math.floor(bottom); y++) {
    for (let x = Math.ceil(left); x < Math.floor(right); x++) {
      if (!isInk(pixels, x, y)) continue
      box = box
        ? {
            left: Math.min(box.left, x),
            top: Math.min(box.top, y),
            right: Math.max(box.right, x + 1),
            bottom: Math.max(box.bottom, y + 1),
          }
        : { left: x, top: y, right: x + 1, bottom: y + 1 }
    }
  }
  return box
}
