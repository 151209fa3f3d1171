// Outlines of simple TrueType glyphs: contours of quadratic curves, read from and written to `glyf` records.

/** @typedef {{ x: number, y: number, onCurve: boolean }} Point  in font units, y upwards from the baseline */
/** @typedef {Point[][]} Outline  closed contours; filled inside a clockwise one, hollow inside a counter-clockwise one */
/** @typedef {{ xMin: number, yMin: number, xMax: number, yMax: number }} Box */

const onCurveFlag = 0x01
const xShort = 0x02
const yShort = 0x04
const repeatFlag = 0x08
const xSameOrPositive = 0x10
const ySameOrPositive = 0x20
const overlapFlag = 0x40

/**
 * @param {Buffer} record  not empty
 * @returns {{ contours: number, points: number }}
 */
export function countPoints(record) {
  const contours = record.readInt16BE(0)
  if (contours < 1) throw new Error('a composite glyph: the builder copies simple glyphs only')
  if (record.readUInt16BE(10 + 2 * contours) > 0)
    throw new Error('a hinted glyph: the builder copies unhinted glyphs only')
  return { contours, points: record.readUInt16BE(8 + 2 * contours) + 1 }
}

/**
 * @param {Buffer} record
 * @returns {Outline}
 */
export function readOutline(record) {
  const { contours, points } = countPoints(record)
  let at = 12 + 2 * contours
  /** @type {number[]} */
  const flags = []
  while (flags.length < points) {
    const flag = record.readUInt8(at++)
    const times = flag & repeatFlag ? 1 + record.readUInt8(at++) : 1
    for (let time = 0; time < times; time++) flags.push(flag)
  }
  /** @type {(short: number, sameOrPositive: number) => number[]} */
  const readAxis = (short, sameOrPositive) => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & sameOrPositive ? record.readUInt8(at++) : -record.readUInt8(at++)
      else if (!(flag & sameOrPositive)) {
        value += record.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = readAxis(xShort, xSameOrPositive)
  const ys = readAxis(yShort, ySameOrPositive)
  const all = flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, onCurve: (flag & onCurveFlag) !== 0 }))
  const ends = Array.from({ length: contours }, (_, i) => record.readUInt16BE(10 + 2 * i) + 1)
  return ends.map((end, i) => all.slice(i === 0 ? 0 : ends[i - 1], end))
}

/**
 * The contours may overlap, which the first flag says. Every coordinate is written with two bytes; the few glyphs made
 * here do not pay for more.
 *
 * @param {Outline} outline  of whole numbers
 */
export function writeRecord(outline) {
  const points = outline.flat()
  const box = boundingBox(outline)
  const ends = outline.map((_, i) => outline.slice(0, i + 1).flat().length - 1)
  const flags = points.map((point, i) => (point.onCurve ? onCurveFlag : 0) | (i === 0 ? overlapFlag : 0))
  return Buffer.concat([
    int16s([outline.length, box.xMin, box.yMin, box.xMax, box.yMax, ...ends, 0]),
    Buffer.from(flags),
    int16s(differences(points.map((point) => point.x))),
    int16s(differences(points.map((point) => point.y))),
  ])
}

/**
 * @param {Outline} outline
 * @returns {Box}
 */
export function boundingBox(outline) {
  const xs = outline.flat().map((point) => point.x)
  const ys = outline.flat().map((point) => point.y)
  return { xMin: Math.min(...xs), yMin: Math.min(...ys), xMax: Math.max(...xs), yMax: Math.max(...ys) }
}

/**
 * @param {Outline} outline
 * @param {{ scale?: number, dx?: number, dy?: number }} by  scaled about the origin, then moved
 * @returns {Outline}
 */
export function transform(outline, { scale = 1, dx = 0, dy = 0 }) {
  return outline.map((contour) =>
    contour.map(({ x, y, onCurve }) => ({
      x: Math.round(scale * x + dx),
      y: Math.round(scale * y + dy),
      onCurve,
    })),
  )
}

/**
 * @param {Outline} outline
 * @param {{ scale?: number, x: number, y: number }} to  where the middle of the bounding box comes to lie
 */
export function centreAt(outline, { scale = 1, x, y }) {
  const { xMin, yMin, xMax, yMax } = boundingBox(outline)
  return transform(outline, { scale, dx: x - (scale * (xMin + xMax)) / 2, dy: y - (scale * (yMin + yMax)) / 2 })
}

/** @param {number[]} values */
function differences(values) {
  return values.map((value, i) => value - (values[i - 1] ?? 0))
}

/** @param {number[]} values */
function int16s(values) {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [i, value] of values.entries()) bytes.writeInt16BE(value, 2 * i)
  return bytes
}
