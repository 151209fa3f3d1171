/** Numbers in a picture, in digits of three by five dots. */
import { type Colour, fillBox, type Picture } from './picture.js'

/** Rows of three dots, from the top, as bits. */
const DIGITS: readonly (readonly number[])[] = [
  [7, 5, 5, 5, 7],
  [2, 6, 2, 2, 7],
  [7, 1, 7, 4, 7],
  [7, 1, 7, 1, 7],
  [5, 5, 7, 1, 1],
  [7, 4, 7, 1, 7],
  [7, 4, 7, 5, 7],
  [7, 1, 1, 2, 2],
  [7, 5, 7, 5, 7],
  [7, 5, 7, 1, 7],
]

/** In dots. */
export const DIGIT_HEIGHT = 5
const DIGIT_STEP = 4

export interface NumberPlace {
  /** Top-left corner in pixels. */
  readonly x: number
  readonly y: number
  /** Pixels a dot. */
  readonly size: number
  readonly colour: Colour
}

export const drawNumber = (picture: Picture, value: number, { x, y, size, colour }: NumberPlace): void => {
  Array.from(String(value)).forEach((digit, place) => {
    DIGITS[Number(digit)]?.forEach((bits, row) => {
      for (let column = 0; column < 3; column++) {
        if (bits & (4 >> column))
          fillBox(picture, x + (place * DIGIT_STEP + column) * size, y + row * size, size, size, colour)
      }
    })
  })
}
