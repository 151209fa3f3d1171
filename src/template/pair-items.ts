/** Sets the items of several lists side by side: by id where they have one, else in order. */
import { append } from './append.js'

/** For each side the path of its item in this row, or undefined for an empty cell. */
export type PairedRow = readonly (string | undefined)[]

type Row = (string | undefined)[]

/**
 * @param sides item paths of each side
 * @param idOf the id of an item, or undefined; items of two sides with one id share a row, the first with the first
 */
export const pairItems = (
  sides: readonly (readonly string[])[],
  idOf: (path: string) => unknown,
): readonly PairedRow[] =>
  sides.reduce<readonly Row[]>((rows, items, side) => addSide(rows, items, side, sides.length, idOf), [])

/** Adds one side to the rows of the sides before it; an item without partner gets a row of its own behind its predecessor's. */
const addSide = (
  rows: readonly Row[],
  items: readonly string[],
  side: number,
  sideCount: number,
  idOf: (path: string) => unknown,
): readonly Row[] => {
  const waiting = waitingById(rows, idOf)
  const taken = new Map<unknown, number>()
  const placed = new Map<Row, string>()
  const alone = new Map<Row | undefined, Row[]>()
  let previous: Row | undefined
  for (const item of items) {
    const id = idOf(item)
    const partner = waiting.get(id)?.[taken.get(id) ?? 0]
    taken.set(id, (taken.get(id) ?? 0) + 1)
    if (partner) placed.set(partner, item)
    else append(alone, previous, soloRow(sideCount, side, item))
    previous = partner ?? previous
  }
  const withItem = (row: Row): Row => (placed.has(row) ? row.with(side, placed.get(row)) : row)
  return [...(alone.get(undefined) ?? []), ...rows.flatMap((row) => [withItem(row), ...(alone.get(row) ?? [])])]
}

/** The rows that have an item already, by its id, each list in order. */
const waitingById = (rows: readonly Row[], idOf: (path: string) => unknown): Map<unknown, Row[]> => {
  const waiting = new Map<unknown, Row[]>()
  for (const row of rows) {
    const item = row.find((path) => path !== undefined)
    const id = item === undefined ? undefined : idOf(item)
    append(waiting, id, row)
  }
  return waiting
}

const soloRow = (sideCount: number, side: number, item: string): Row =>
  new Array<string | undefined>(sideCount).fill(undefined).with(side, item)
