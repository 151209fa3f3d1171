/** Sets the items of several lists side by side: by id where they have one, else in order. */
import { append } from '../lists/append.js'
import { flatMap } from '../lists/flat-map.js'

/** For each side its item in this row, or undefined for an empty cell. */
export type PairedRow<T> = readonly (T | undefined)[]

/**
 * @param sides items of each side
 * @param idOf the id of an item, or undefined; items of two sides with one id share a row, the first with the first
 */
export const pairItems = <T>(sides: readonly (readonly T[])[], idOf: (item: T) => unknown): readonly PairedRow<T>[] =>
  sides.reduce<readonly PairedRow<T>[]>((rows, items, side) => addSide(rows, items, side, sides.length, idOf), [])

/** Adds one side to the rows of the sides before it; an item without partner gets a row of its own behind its predecessor's. */
const addSide = <T>(
  rows: readonly PairedRow<T>[],
  items: readonly T[],
  side: number,
  sideCount: number,
  idOf: (item: T) => unknown,
): readonly PairedRow<T>[] => {
  const waiting = waitingById(rows, idOf)
  const taken = new Map<unknown, number>()
  const placed = new Map<PairedRow<T>, T>()
  const alone = new Map<PairedRow<T> | undefined, PairedRow<T>[]>()
  let previous: PairedRow<T> | undefined
  for (const item of items) {
    const id = idOf(item)
    const partner = waiting.get(id)?.[taken.get(id) ?? 0]
    taken.set(id, (taken.get(id) ?? 0) + 1)
    if (partner) placed.set(partner, item)
    else append(alone, previous, soloRow(sideCount, side, item))
    previous = partner ?? previous
  }
  const withItem = (row: PairedRow<T>): PairedRow<T> => (placed.has(row) ? row.with(side, placed.get(row)) : row)
  const behind = flatMap(rows, (row) => [withItem(row), ...(alone.get(row) ?? [])])
  return [...(alone.get(undefined) ?? []), ...behind]
}

/** The rows that have an item already, by its id, each list in order. */
const waitingById = <T>(
  rows: readonly PairedRow<T>[],
  idOf: (item: T) => unknown,
): ReadonlyMap<unknown, readonly PairedRow<T>[]> => {
  const waiting = new Map<unknown, PairedRow<T>[]>()
  for (const row of rows) {
    const item = row.find((one) => one !== undefined)
    const id = item === undefined ? undefined : idOf(item)
    append(waiting, id, row)
  }
  return waiting
}

const soloRow = <T>(sideCount: number, side: number, item: T): PairedRow<T> =>
  new Array<T | undefined>(sideCount).fill(undefined).with(side, item)
