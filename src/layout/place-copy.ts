/** What stands on the pages of a copy beside the form: places for signatures and seals, the watermark, the QR code, pictures. */
import type { BoundCopy, BoundGrid } from '../template/bound-grid.js'
import { type Length, mm } from './length.js'
import type { Cell, Mark, Page, SigningPlace } from './page.js'
import { placeQr } from './place-qr.js'

/** Faces and size of the watermark: two ems across a page of 210 mm at 45°. */
const WATERMARK = { face: 'hei', size: mm(75) } as const

/** What a plain page has: nothing, so that its layout is what it always was. */
export const placeCopy = (
  grid: BoundGrid,
  cells: readonly Cell[],
  number: number,
  count: number,
): Pick<Page, 'places' | 'marks'> => {
  const { copy } = grid
  if (!copy) return {}
  const places = [...placeBlock(grid, copy, cells), ...placeEdge(grid, copy, number, count)]
  return {
    ...(copy.proof ? { places } : {}),
    marks: [
      ...placeWatermark(grid, copy),
      ...placePictures(copy, places),
      ...(copy.proof ? [placeQr(grid, copy.proof)] : []),
    ],
  }
}

const placeWatermark = ({ paper }: BoundGrid, { watermark }: BoundCopy): readonly Mark[] =>
  watermark === undefined
    ? []
    : [
        {
          kind: 'watermark',
          text: watermark,
          ...WATERMARK,
          x: Math.round(paper.width / 2),
          y: Math.round(paper.height / 2),
        },
      ]

/** On the page with the signature line. */
const placeBlock = (grid: BoundGrid, copy: BoundCopy, cells: readonly Cell[]): readonly SigningPlace[] => {
  const line = cells.find((cell) => cell.role === 'signature')
  if (!line || !grid.signature) return []
  const frame = line.y - grid.signature.before
  return copy.places.map(({ name, label, kind, centre, y, width, height }) => ({
    name,
    label,
    kind,
    x: centre - Math.round(width / 2),
    y: frame + y,
    width,
    height,
    part: 1,
    parts: 1,
  }))
}

/**
 * A seal over the edges of all pages, each with a slice as wide: at the right edge of the paper and halfway down.
 * The slice stays within the margin, so that it never covers the grid; a form of one page has no seam.
 */
const placeEdge = (
  { paper }: BoundGrid,
  { edgeSeal }: BoundCopy,
  number: number,
  count: number,
): readonly SigningPlace[] => {
  if (!edgeSeal || count < 2) return []
  const width = Math.floor(Math.min(edgeSeal.size / count, edgeSeal.slice))
  const height = width * count
  const box = { x: paper.width - width, y: Math.round((paper.height - height) / 2), width, height }
  return [{ name: edgeSeal.name, label: edgeSeal.label, kind: 'edgeSeal', ...box, part: number, parts: count }]
}

/** As large as the place allows, in the middle of it. */
const placePictures = ({ pictures }: BoundCopy, places: readonly SigningPlace[]): readonly Mark[] =>
  places.flatMap(({ name, label, kind, x, y, width, height, part, parts }) => {
    // A place may be called as something that every object has, such as `constructor`.
    const shape = Object.hasOwn(pictures, name) ? pictures[name] : undefined
    if (shape === undefined) return []
    const box = kind === 'edgeSeal' ? { x, y, width, height } : fit({ x, y, width, height }, shape)
    return [{ kind: 'picture', place: name, label, ...box, part, parts } as const]
  })

interface Box {
  readonly x: Length
  readonly y: Length
  readonly width: Length
  readonly height: Length
}

const fit = ({ x, y, width, height }: Box, shape: number): Box => {
  const fitted = {
    width: Math.min(width, Math.round(height * shape)),
    height: Math.min(height, Math.round(width / shape)),
  }
  return { x: x + Math.floor((width - fitted.width) / 2), y: y + Math.floor((height - fitted.height) / 2), ...fitted }
}
