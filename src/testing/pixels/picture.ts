/** A picture as plain data. */

export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha; row by row from the top. */
  readonly data: Uint8Array
}

export type Colour = readonly [red: number, green: number, blue: number]

export const blankPicture = (width: number, height: number): Picture => ({
  width,
  height,
  data: new Uint8Array(width * height * 4).fill(255),
})

/** A copy to draw on. */
export const copyPicture = ({ width, height, data }: Picture): Picture => ({ width, height, data: data.slice() })

/** Fills a box of a picture that is one's own; what lies outside is cut off. */
export const fillBox = (
  { width, height, data }: Picture,
  x: number,
  y: number,
  w: number,
  h: number,
  colour: Colour,
): void => {
  for (let row = Math.max(0, y); row < Math.min(height, y + h); row++) {
    for (let column = Math.max(0, x); column < Math.min(width, x + w); column++)
      data.set(colour, 4 * (row * width + column))
  }
}
