/** Binds a list of groups with lists set side by side, such as the indicator table: orders the groups, pairs the items, merges the labels. */
import { mm } from '../layout/length.js'
import { append } from '../lists/append.js'
import { flatMap } from '../lists/flat-map.js'
import { normalise } from '../text/normalise.js'
import { bindBlank, bindCell, bindMerge } from './bind-cell.js'
import { type BindSource, type FormItem, fieldOf, itemsOf, wholeForm } from './bind-content.js'
import { type BoundCell, type BoundMerge, type BoundRow, type BoundSection, TIE } from './bound-grid.js'
import { orderGroups } from './order-groups.js'
import { type PairedRow, pairItems } from './pair-items.js'
import type { GroupsSection } from './template.js'

/** A group as it is printed: several entries of the data may share its keys; a standard group may have none. */
interface Group {
  readonly keys: readonly string[]
  /** The data's entries. */
  readonly entries: readonly FormItem[]
  readonly rows: readonly PairedRow<FormItem>[]
}

export const bindGroups = (source: BindSource, section: GroupsSection): BoundSection => {
  const groups = collectGroups(source, section)
  const pairs = flatMap(groups, (group) => group.rows)
  const rows = pairs.map((items, index) => bindRow(source, section, items, index === 0 ? TIE.firm : TIE.none))
  const head = bindHead(source, section)
  const whole = section.label ? [bindMerge(source, section.label, { firstRow: 0, lastRow: rows.length })] : []
  return {
    headRows: 1,
    rows: [head, ...rows],
    merges: [...whole, ...flatMap(section.merged, (label) => bindLabels(source, groups, label))],
  }
}

const collectGroups = (source: BindSource, section: GroupsSection): readonly Group[] => {
  const byKeys = new Map<string, FormItem[]>()
  const given = itemsOf(wholeForm(source), section.each).map((entry) => {
    // White space and invisible marks around a name make no other group of it.
    const keys = section.keys.map((key) => normalise(String(fieldOf(entry, key) ?? '')).trim())
    append(byKeys, JSON.stringify(keys), entry)
    return keys
  })
  return orderGroups(section.standard, given).map((keys) => {
    const entries = byKeys.get(JSON.stringify(keys)) ?? []
    return { keys, entries, rows: pairSides(section, entries) }
  })
}

const pairSides = (section: GroupsSection, entries: readonly FormItem[]): readonly PairedRow<FormItem>[] => {
  const sides = section.sides.map((side) => flatMap(entries, (entry) => itemsOf(entry, side.each)))
  const idOf = (item: FormItem): unknown => (section.pairBy === undefined ? undefined : fieldOf(item, section.pairBy))
  const rows = pairItems(sides, idOf)
  // A group without indicators keeps one blank row.
  return rows.length > 0 ? rows : [section.sides.map(() => undefined)]
}

const sameKeys = (a: readonly string[], b: readonly string[], depth: number): boolean =>
  a.slice(0, depth).every((key, index) => key === b[index])

const bindHead = (source: BindSource, section: GroupsSection): BoundRow => ({
  cells: section.head.cells.map((cell) => bindCell(source, cell, { role: 'head' })),
  minHeight: mm(section.head.minHeight ?? 0),
  breakInside: 'avoid',
  tie: TIE.none,
})

const bindRow = (source: BindSource, section: GroupsSection, items: PairedRow<FormItem>, tie: number): BoundRow => ({
  cells: flatMap(section.sides, (side, index) => side.cells.map((cell) => bindItemCell(source, cell, items[index]))),
  minHeight: mm(section.minHeight ?? 0),
  breakInside: 'avoid-unless-tall',
  tie,
})

const bindItemCell = (
  source: BindSource,
  cell: GroupsSection['sides'][number]['cells'][number],
  item: FormItem | undefined,
): BoundCell => (item === undefined ? bindBlank(source, cell) : bindCell(source, cell, ITEM, item))

const ITEM = { role: 'value' } as const

/** One merged label for each run of neighbouring rows that agree in the label's keys. */
const bindLabels = (
  source: BindSource,
  groups: readonly Group[],
  label: GroupsSection['merged'][number],
): readonly BoundMerge[] => {
  const merges: BoundMerge[] = []
  let row = 1
  for (let first = 0; first < groups.length; ) {
    const keys = groups[first]?.keys ?? []
    let next = first
    let rows = 0
    while (next < groups.length && sameKeys(groups[next]?.keys ?? [], keys, label.depth))
      rows += groups[next++]?.rows.length ?? 0
    const entries = flatMap(groups.slice(first, next), (group) => group.entries)
    merges.push(bindGroupLabel(source, label, { keys, entries, firstRow: row, lastRow: row + rows - 1 }))
    row += rows
    first = next
  }
  return merges
}

const bindGroupLabel = (
  source: BindSource,
  label: GroupsSection['merged'][number],
  group: { keys: readonly string[]; entries: readonly FormItem[]; firstRow: number; lastRow: number },
): BoundMerge => {
  const [first, ...others] = group.entries
  const { firstRow, lastRow } = group
  // A standard group that the data lacks has no entry to read from: its key is its name.
  const content = first === undefined ? (group.keys[label.depth - 1] ?? '') : label.content
  const bound = bindMerge(source, label, { firstRow, lastRow, item: first, content })
  if (others.length === 0) return bound
  const shared = flatMap(others, (entry) => bound.sources.map((path) => path.replace(first?.path ?? '', entry.path)))
  return Object.assign(bound, { sources: [...bound.sources, ...shared] })
}
