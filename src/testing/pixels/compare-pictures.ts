/** Compares pictures pixel by pixel with no tolerance: a missing hairline is 0.04 % of a page, a colour off by one is a difference. */
import { blankPicture, type Colour, type Picture } from './picture.js'

/** A box of neighbouring differences, in pixels. */
export interface PixelBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PictureDifference {
  /** Pixels that differ; those that only one picture has are counted too. */
  readonly pixels: number
  /** Largest difference of a channel, 1 to 255; 0 for equal pictures. */
  readonly largest: number
  /** Where, from top to bottom. */
  readonly boxes: readonly PixelBox[]
  /** Set where the pictures are of different sizes. */
  readonly sizes?: { readonly before: string; readonly after: string }
}

/** Differences nearer than this are told as one. */
const TILE = 12

export const comparePictures = (before: Picture, after: Picture): PictureDifference => {
  const tiles = new Set<number>()
  const columns = Math.ceil(Math.max(before.width, after.width) / TILE)
  let [pixels, largest] = [0, 0]
  eachDifference(before, after, (x, y, by) => {
    pixels++
    largest = Math.max(largest, by)
    tiles.add(Math.floor(y / TILE) * columns + Math.floor(x / TILE))
  })
  const sameSize = before.width === after.width && before.height === after.height
  const sizes = { before: `${before.width}×${before.height}`, after: `${after.width}×${after.height}` }
  return { pixels, largest, boxes: joinTiles(tiles, columns), ...(sameSize ? {} : { sizes }) }
}

/** @param tell called with the largest difference of a channel */
const eachDifference = (before: Picture, after: Picture, tell: (x: number, y: number, by: number) => void): void => {
  const [width, height] = [Math.max(before.width, after.width), Math.max(before.height, after.height)]
  const [old, now] = [wholePixels(before), wholePixels(after)]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inBoth = x < before.width && y < before.height && x < after.width && y < after.height
      if (inBoth && old[y * before.width + x] === now[y * after.width + x]) continue
      tell(x, y, inBoth ? distance(before, after, x, y) : 255)
    }
  }
}

/** Four bytes at a time: pages are millions of pixels, nearly all of them equal. */
const wholePixels = ({ data }: Picture): Uint32Array => {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, data.length >> 2)
}

const distance = (before: Picture, after: Picture, x: number, y: number): number => {
  const [i, j] = [4 * (y * before.width + x), 4 * (y * after.width + x)]
  let by = 0
  for (let channel = 0; channel < 4; channel++)
    by = Math.max(by, Math.abs((before.data[i + channel] ?? 0) - (after.data[j + channel] ?? 0)))
  return by
}

/** Neighbouring tiles, corners included, make one box. */
const joinTiles = (tiles: ReadonlySet<number>, columns: number): readonly PixelBox[] => {
  const left = new Set(tiles)
  const boxes: PixelBox[] = []
  for (const start of tiles) {
    if (!left.delete(start)) continue
    const group = [start]
    for (const tile of group) {
      for (const neighbour of neighbours(tile, columns)) if (left.delete(neighbour)) group.push(neighbour)
    }
    boxes.push(boxOf(group, columns))
  }
  return boxes.sort((a, b) => a.y - b.y || a.x - b.x)
}

const neighbours = (tile: number, columns: number): readonly number[] => {
  const column = tile % columns
  return [-1, 0, 1].flatMap((dy) =>
    [-1, 0, 1].flatMap((dx) => (column + dx < 0 || column + dx >= columns ? [] : [tile + dy * columns + dx])),
  )
}

const boxOf = (tiles: readonly number[], columns: number): PixelBox => {
  const xs = tiles.map((tile) => tile % columns)
  const ys = tiles.map((tile) => Math.floor(tile / columns))
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x: x * TILE, y: y * TILE, width: (Math.max(...xs) - x + 1) * TILE, height: (Math.max(...ys) - y + 1) * TILE }
}

const ONLY_BEFORE: Colour = [214, 40, 40]
const ONLY_AFTER: Colour = [0, 110, 200]
/** A difference that the eye would not see is drawn in full. */
const HARDLY_VISIBLE: Colour = [230, 140, 0]

/** Both pictures laid over each other: what is the same in pale grey, what was there red, what is there now blue, what differs faintly orange. */
export const overlayPictures = (before: Picture, after: Picture): Picture => {
  const overlay = blankPicture(Math.max(before.width, after.width), Math.max(before.height, after.height))
  for (let y = 0; y < after.height; y++) {
    for (let x = 0; x < after.width; x++) {
      const at = 4 * (y * overlay.width + x)
      overlay.data.fill(PALE[lightness(after, x, y)] ?? 255, at, at + 3)
    }
  }
  eachDifference(before, after, (x, y) =>
    overlay.data.set(overlaid(lightness(before, x, y), lightness(after, x, y)), 4 * (y * overlay.width + x)),
  )
  return overlay
}

/** By lightness. */
const PALE = Uint8Array.from({ length: 256 }, (_, value) => Math.round(255 - (255 - value) * 0.3))

const overlaid = (old: number, now: number): readonly number[] => {
  if (Math.abs(old - now) < 24) return HARDLY_VISIBLE
  return old < now ? tint(ONLY_BEFORE, old) : tint(ONLY_AFTER, now)
}

const lightness = ({ width, height, data }: Picture, x: number, y: number): number => {
  if (x >= width || y >= height) return 255
  const i = 4 * (y * width + x)
  return Math.round(((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0)) / 3)
}

const tint = (colour: Colour, lightness: number): readonly number[] =>
  colour.map((channel) => Math.round(channel + ((255 - channel) * lightness) / 255))
