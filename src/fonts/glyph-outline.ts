/** The outline of a simple glyph (OpenType, `glyf`) as closed contours of straight lines and quadratic curves. */
import { FontFault } from './font-fault.js'
import { isComposite } from './glyph-records.js'
import { dataView } from './sfnt.js'

export interface OutlinePoint {
  /** In font units, y upwards. */
  readonly x: number
  readonly y: number
  /** Whether the outline goes through it; else it draws the curve to itself. */
  readonly on: boolean
}

const ON_CURVE = 0x01
const X_SHORT = 0x02
const Y_SHORT = 0x04
const REPEAT = 0x08
const X_SAME = 0x10
const Y_SAME = 0x20

/** @throws FontFault for a composite glyph or a record that is cut short */
export function glyphOutline(record: Uint8Array): readonly (readonly OutlinePoint[])[] {
  if (record.length === 0) return []
  if (isComposite(record)) throw new FontFault('damaged', 'glyf')
  const view = dataView(record)
  const ends = Array.from({ length: view.getInt16(0) }, (_, index) => view.getUint16(10 + 2 * index))
  const count = (ends.at(-1) ?? -1) + 1
  const instructions = 10 + 2 * ends.length
  const flags = readFlags(view, instructions + 2 + view.getUint16(instructions), count)
  const xs = readCoordinates(view, flags.end, flags.values, X_SHORT, X_SAME)
  const ys = readCoordinates(view, xs.end, flags.values, Y_SHORT, Y_SAME)
  const points = flags.values.map((flag, index) => ({
    x: xs.values[index] ?? 0,
    y: ys.values[index] ?? 0,
    on: (flag & ON_CURVE) !== 0,
  }))
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1))
}

interface Values {
  readonly values: readonly number[]
  /** Behind the last byte of them. */
  readonly end: number
}

function readFlags(view: DataView, start: number, count: number): Values {
  const values: number[] = []
  let at = start
  while (values.length < count) {
    const flag = view.getUint8(at++)
    const times = flag & REPEAT ? view.getUint8(at++) + 1 : 1
    for (let time = 0; time < times; time++) values.push(flag)
  }
  return { values, end: at }
}

/** Each is a difference to the one before it: one byte with its sign in the flag, two bytes, or none where it is the same. */
function readCoordinates(view: DataView, start: number, flags: readonly number[], short: number, same: number): Values {
  let at = start
  let value = 0
  const values = flags.map((flag) => {
    if (flag & short) value += (flag & same ? 1 : -1) * view.getUint8(at++)
    else if (!(flag & same)) {
      value += view.getInt16(at)
      at += 2
    }
    return value
  })
  return { values, end: at }
}
