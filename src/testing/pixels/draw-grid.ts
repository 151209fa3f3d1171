/** The boxes of a layout and a millimetre scale, drawn over the picture of a page. */
import type { DescribedPage, Hundredths } from '../layout/described-layout.js'
import { DIGIT_HEIGHT, drawNumber } from './draw-number.js'
import { type Colour, copyPicture, fillBox, type Picture } from './picture.js'

const COLOURS: Readonly<Record<string, Colour>> = {
  label: [30, 110, 190],
  head: [30, 110, 190],
  value: [200, 60, 30],
  blank: [150, 150, 150],
}
const OTHER: Colour = [120, 80, 170]
const SCALE: Colour = [90, 90, 90]
const BASELINE: Colour = [90, 170, 90]

/** @param dpi of the picture */
export const drawGrid = (picture: Picture, page: DescribedPage, dpi: number): Picture => {
  const drawn = copyPicture(picture)
  const toPixels = (length: Hundredths): number => Math.round((length * dpi) / 2540)
  for (const cell of page.cells) {
    for (const run of cell.runs)
      fillBox(drawn, toPixels(cell.x + run.x), toPixels(cell.y + run.baseline), toPixels(run.width), 1, BASELINE)
    drawFrame(
      drawn,
      toPixels(cell.x),
      toPixels(cell.y),
      toPixels(cell.x + cell.width),
      toPixels(cell.y + cell.height),
      COLOURS[cell.role] ?? OTHER,
    )
  }
  drawScale(drawn, page, toPixels)
  return drawn
}

const drawFrame = (
  picture: Picture,
  left: number,
  top: number,
  right: number,
  bottom: number,
  colour: Colour,
): void => {
  fillBox(picture, left, top, right - left + 1, 1, colour)
  fillBox(picture, left, bottom, right - left + 1, 1, colour)
  fillBox(picture, left, top, 1, bottom - top + 1, colour)
  fillBox(picture, right, top, 1, bottom - top + 1, colour)
}

/** A stroke each millimetre, longer at five, with the number at ten, along the left and the upper edge. */
const drawScale = (picture: Picture, page: DescribedPage, toPixels: (length: Hundredths) => number): void => {
  const size = Math.max(1, Math.round(toPixels(100) / 5))
  for (let mm = 0; mm * 100 <= page.width; mm++) {
    fillBox(picture, toPixels(mm * 100), 0, 1, toPixels(strokeLength(mm)), SCALE)
    if (mm % 10 === 0)
      drawNumber(picture, mm, {
        x: toPixels(mm * 100) + 2,
        y: toPixels(strokeLength(mm)) - DIGIT_HEIGHT * size,
        size,
        colour: SCALE,
      })
  }
  for (let mm = 0; mm * 100 <= page.height; mm++) {
    fillBox(picture, 0, toPixels(mm * 100), toPixels(strokeLength(mm)), 1, SCALE)
    if (mm % 10 === 0) drawNumber(picture, mm, { x: toPixels(100), y: toPixels(mm * 100) + 2, size, colour: SCALE })
  }
}

const strokeLength = (mm: number): Hundredths => (mm % 10 === 0 ? 350 : mm % 5 === 0 ? 230 : 140)
