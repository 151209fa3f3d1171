/** What changed in the marks of each page: QR codes, watermarks, the places of seals. */
import type { DescribedLayout, DescribedMark } from './described-layout.js'
import type { LayoutChange } from './layout-change.js'

export const compareMarks = (before: DescribedLayout, after: DescribedLayout): readonly LayoutChange[] =>
  before.pages.flatMap((page, index) => comparePage(page.number, page.marks, after.pages[index]?.marks ?? []))

const comparePage = (
  page: number,
  before: readonly DescribedMark[],
  after: readonly DescribedMark[],
): readonly LayoutChange[] => {
  const left = [...after]
  const changes = before.flatMap((mark): readonly LayoutChange[] => {
    const at = left.findIndex((other) => other.kind === mark.kind && other.name === mark.name)
    const same = at < 0 ? left.findIndex((other) => other.kind === mark.kind) : at
    const [other] = same < 0 ? [] : left.splice(same, 1)
    return other ? compareMark(page, mark, other) : [{ kind: 'mark-gone', page, mark: nameOf(mark) }]
  })
  return [...changes, ...left.map((mark): LayoutChange => ({ kind: 'mark-new', page, mark: nameOf(mark) }))]
}

const nameOf = ({ kind, name }: DescribedMark): string => (name === '' ? kind : `${kind} “${name}”`)

const compareMark = (page: number, before: DescribedMark, after: DescribedMark): readonly LayoutChange[] => {
  const mark = nameOf(before)
  const [dx, dy] = [after.x - before.x, after.y - before.y]
  const other =
    before.rest !== after.rest ||
    before.name !== after.name ||
    before.width !== after.width ||
    before.height !== after.height
  return [
    ...(dx === 0 && dy === 0 ? [] : [{ kind: 'mark-moved', page, mark, dx, dy } as const]),
    ...(other ? [{ kind: 'mark-changed', page, mark } as const] : []),
  ]
}
