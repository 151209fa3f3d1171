/** Validates a template at run time: its shape, then what a shape cannot say: that its cells tile the grid, its text stays on the paper and its type is legible. */

import type * as z from 'zod'
import { formatPath } from '../diagnostics/field-path.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { MARGIN_GAP } from '../layout/furniture.js'
import { mm, pt } from '../layout/length.js'
import { findCopyFaults } from './copy-faults.js'
import type { Fault } from './fault.js'
import type { CellTemplate, GroupsSection, RowsSection, Template } from './template.js'
import { createTemplateSchema } from './template-schema.js'
import { isTested } from './typed-templates.js'

const sound = new WeakSet<object>()
let schema: ReturnType<typeof createTemplateSchema> | undefined

/**
 * Returns the template as it came. One that was found sound is not checked again while it lives.
 * @throws FormError of kind `usage` with a `template-invalid` for every fault
 */
export const checkTemplate = (template: unknown): Template => {
  if (typeof template === 'object' && template !== null && sound.has(template)) return template as Template
  if (isTested(template) && isSound(template)) return remember(template)
  schema ??= createTemplateSchema()
  const parsed = schema.safeParse(template)
  const faults = parsed.success
    ? findFaults(template as Template)
    : parsed.error.issues.flatMap((issue) => explainIssue(issue))
  const id = typeof template === 'object' && template !== null && 'id' in template ? String(template.id) : ''
  if (faults.length > 0)
    throw new FormError(
      faults.map((fault) => problem('template-invalid', '', { template: id, ...fault })),
      'usage',
    )
  return remember(template as Template)
}

/** What the schema found, in words. Of the ways in which something may be written, the one that was meant tells what is wrong with it. */
const explainIssue = (issue: z.core.$ZodIssue, base: readonly PropertyKey[] = []): readonly Fault[] => {
  const path = [...base, ...issue.path]
  const ways = issue.code === 'invalid_union' ? waysOf(issue) : []
  const meant = ways.find((issues) => !issues.some(isOtherKind))
  if (meant !== undefined) return meant.flatMap((inner) => explainIssue(inner, path))
  const kinds = [...new Set(ways.flatMap((issues) => issues.filter(isOtherKind).map(({ expected }) => expected)))]
  const reason = kinds.length > 0 ? `类型不对，应为${kinds.join('、')}之一` : wordIssue(issue)
  return [{ place: formatPath(path), reason }]
}

/** The issues of each way, those of ways within ways too. */
const waysOf = ({ errors }: z.core.$ZodIssueInvalidUnion): readonly (readonly z.core.$ZodIssue[])[] =>
  errors.flatMap((issues) => {
    const [only] = issues
    return issues.length === 1 && only?.code === 'invalid_union' && only.path.length === 0 ? waysOf(only) : [issues]
  })

/** Something else was written than this way begins with. */
const isOtherKind = (issue: z.core.$ZodIssue): issue is z.core.$ZodIssueInvalidType =>
  issue.code === 'invalid_type' && issue.path.length === 0

const wordIssue = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return `类型不对，应为${issue.expected}`
  if (issue.code === 'unrecognized_keys') return `没有这样的项：${issue.keys.join('、')}`
  if (issue.code === 'invalid_value') return oneOf(issue.values)
  if (issue.code === 'invalid_union' && 'options' in issue) return oneOf(issue.options ?? [])
  if (issue.code === 'too_small') return wordTooSmall(issue)
  if (issue.code === 'too_big') return `太大，至多应为${issue.maximum}`
  if (issue.code === 'invalid_format' && 'includes' in issue) return `应含有“${issue['includes']}”`
  return issue.code === 'custom' ? issue.message : '写法不对'
}

const oneOf = (values: readonly unknown[]): string => `应为${values.flatMap((value) => value ?? []).join('、')}之一`

const wordTooSmall = ({ origin, inclusive, minimum }: z.core.$ZodIssueTooSmall): string => {
  if (origin === 'array') return `至少应有${minimum}项`
  if (origin === 'string') return `至少应有${minimum}个字`
  return inclusive === false ? `太小，应大于${minimum}` : `太小，至少应为${minimum}`
}

/** One that is still being written may have a shape that cannot even be searched; the schema then says why. */
const isSound = (template: Template): boolean => {
  try {
    return findFaults(template).length === 0
  } catch {
    return false
  }
}

/** Only what is frozen stays as it was found. */
const remember = (template: Template): Template => {
  if (Object.isFrozen(template)) sound.add(template)
  return template
}

const findFaults = (template: Template): readonly Fault[] => [
  ...findTypeFaults(template),
  ...findHeadingFaults(template),
  ...findPaperFaults(template),
  ...findHeightFaults(template),
  ...template.sections.flatMap((section, index) => {
    const place = `sections[${index}]`
    return section.kind === 'rows'
      ? findRowsFaults(section, template.columns.length, place)
      : findGroupsFaults(section, template.columns.length, place)
  }),
  ...findSignatureFaults(template),
  ...findCopyFaults(template),
]

const findTypeFaults = (template: Template): readonly Fault[] => {
  const unknown = [...new Set(usedTypes(template))].filter((name) => !Object.hasOwn(template.type, name))
  const small = Object.entries(template.type).filter(([, type]) => type.size < template.smallestType)
  const tight = Object.entries(template.type).filter(([, type]) => type.lineHeight < type.size)
  return [
    ...unknown.map((name) => ({ place: `type.${name}`, reason: '没有定义这种字样' })),
    ...small.map(([name]) => ({ place: `type.${name}.size`, reason: `小于最小字号${template.smallestType}磅` })),
    ...tight.map(([name]) => ({ place: `type.${name}.lineHeight`, reason: '行高小于字号，各行会重叠' })),
  ]
}

/** Cells without a type of their own are set in `body`. */
const usedTypes = ({ heading, sections, signature, pageHead, pageFoot, proof }: Template): readonly string[] => {
  const cells = sections.flatMap((section) =>
    section.kind === 'rows'
      ? section.rows.flatMap((row) => row.cells)
      : [
          ...(section.label ? [section.label] : []),
          ...section.head.cells,
          ...section.merged,
          ...section.sides.flatMap((side) => side.cells),
        ],
  )
  const outside = [
    ...heading,
    ...(pageHead ? [pageHead] : []),
    ...(pageFoot ? [pageFoot] : []),
    ...(proof ? [proof] : []),
  ]
  return ['body', ...[...cells, ...(signature?.cells ?? []), ...outside].flatMap(({ type }) => type ?? [])]
}

/** A title line prints the title: other words of its own would vanish. */
const findHeadingFaults = ({ heading, title }: Template): readonly Fault[] =>
  heading.flatMap((line, index) =>
    line.role === 'title' && line.content !== undefined && line.content !== title
      ? [{ place: `heading[${index}].content`, reason: '标题行印的是title，这里的文字不会印出' }]
      : [],
  )

const findPaperFaults = (template: Template): readonly Fault[] => {
  const { paper, columns, signature, pageHead, pageFoot } = template
  return [
    ...findWidthFaults(template, columns, 'columns'),
    ...(signature ? findWidthFaults(template, signature.columns, 'signature.columns') : []),
    ...(paper.margin.top + paper.margin.bottom >= paper.height
      ? [{ place: 'paper.margin', reason: '上下页边距之和超过纸高' }]
      : []),
    ...(pageHead ? findMarginFaults(template, 'top', pageHead.type, '页眉') : []),
    ...(pageFoot ? findMarginFaults(template, 'bottom', pageFoot.type, '页脚') : []),
  ]
}

/** A height that no page has would be found when the first form is printed, as paper too small for a line. */
const findHeightFaults = ({ paper, sections, signature }: Template): readonly Fault[] => {
  const room = paper.height - paper.margin.top - paper.margin.bottom
  const rows = sections.flatMap((section, index) => {
    const place = `sections[${index}]`
    return section.kind === 'rows'
      ? section.rows.map(({ minHeight }, row) => ({ place: `${place}.rows[${row}].minHeight`, height: minHeight }))
      : [
          { place: `${place}.head.minHeight`, height: section.head.minHeight },
          { place: `${place}.minHeight`, height: section.minHeight },
        ]
  })
  return [...rows, { place: 'signature.before', height: signature?.before }]
    .filter(({ height = 0 }) => height > Math.max(0, room))
    .map(({ place, height }) => ({ place, reason: `${height}毫米，高于版心${round(room)}毫米` }))
}

const findWidthFaults = ({ paper, inset }: Template, columns: readonly number[], place: string): readonly Fault[] => {
  const room = paper.width - paper.margin.left - paper.margin.right
  const width = columns.reduce((sum, column) => sum + column, 0)
  // Widths are given in 0.1 mm; a sum of such numbers is off by less than that.
  const tooWide = width > room + 0.01
  const narrow = columns.flatMap((column, index) => (column <= 2 * inset.x ? [index] : []))
  return [
    ...(tooWide ? [{ place, reason: `各列共宽${round(width)}毫米，超过版心${round(room)}毫米` }] : []),
    ...narrow.map((index) => ({ place: `${place}[${index}]`, reason: '列宽不大于两侧留白' })),
  ]
}

/** A line of page head or foot that leaves the paper is not printed. */
const findMarginFaults = (
  { paper, type }: Template,
  side: 'top' | 'bottom',
  typeName: string,
  words: string,
): readonly Fault[] => {
  const lineHeight = type[typeName]?.lineHeight
  if (lineHeight === undefined) return []
  const least = MARGIN_GAP + pt(lineHeight)
  if (mm(paper.margin[side]) >= least) return []
  return [
    { place: `paper.margin.${side}`, reason: `放不下${words}，至少应为${Math.ceil((10 * least) / mm(1)) / 10}毫米` },
  ]
}

const round = (millimetres: number): number => Math.round(millimetres * 100) / 100

/** Marks each cell's part of the grid; a part marked twice is a fault, and so is one left out where cells are ruled. */
const findTilingFaults = (
  rows: readonly (readonly CellTemplate[])[],
  columnCount: number,
  place: string,
  ruled = true,
): readonly Fault[] => {
  const filled = rows.map(() => new Array<number>(columnCount).fill(0))
  const faults: Fault[] = []
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      const [first, last] = cell.columns
      if (first > last || last > columnCount)
        faults.push({ place: `${place}.rows[${row}]`, reason: `列号${first}–${last}超出1–${columnCount}` })
      if (row + (cell.rows ?? 1) > rows.length)
        faults.push({ place: `${place}.rows[${row}]`, reason: '合并的行数超出本节' })
      fill(filled, row, cell)
    }
  })
  filled.forEach((columns, row) => {
    columns.forEach((count, column) => {
      if (count > 1 || (ruled && count === 0))
        faults.push({
          place: `${place}.rows[${row}]`,
          reason: `第${column + 1}列${count === 0 ? '没有单元格' : '有重叠的单元格'}`,
        })
    })
  })
  return faults
}

const fill = (filled: readonly number[][], row: number, cell: CellTemplate): void => {
  const [first, last] = cell.columns
  for (const columns of filled.slice(row, row + (cell.rows ?? 1))) {
    for (let column = first - 1; column < Math.min(last, columns.length); column++)
      columns[column] = (columns[column] ?? 0) + 1
  }
}

const findRowsFaults = (section: RowsSection, columnCount: number, place: string): readonly Fault[] => [
  ...findTilingFaults(
    section.rows.map((row) => row.cells),
    columnCount,
    place,
  ),
  ...((section.headRows ?? 0) >= section.rows.length
    ? [{ place: `${place}.headRows`, reason: '表头行之后没有其他行' }]
    : []),
]

const findGroupsFaults = (section: GroupsSection, columnCount: number, place: string): readonly Fault[] => {
  const label = section.label ? [section.label] : []
  const item = [...label, ...section.merged, ...section.sides.flatMap((side) => side.cells)]
  const keyCount = section.keys.length
  return [
    ...findTilingFaults([[...label, ...section.head.cells]], columnCount, `${place}.head`),
    ...findTilingFaults([item], columnCount, place),
    ...section.merged
      .filter((cell) => cell.depth > keyCount)
      .map((cell) => ({ place: `${place}.merged`, reason: `depth ${cell.depth}超过keys的个数${keyCount}` })),
    ...section.standard
      .filter((keys) => keys.length !== keyCount)
      .map((keys) => ({ place: `${place}.standard`, reason: `“${keys.join('／')}”应有${keyCount}个名称` })),
  ]
}

const findSignatureFaults = ({ signature }: Template): readonly Fault[] =>
  signature ? findTilingFaults([signature.cells], signature.columns.length, 'signature', false) : []
