/** The logical structure of a document as plain data (ISO 32000-1, 14.7 and 14.8.4). */
import type { ContentPiece, LogicalCell } from './collect-cells.js'
import type { Figure } from './collect-figures.js'
import { findHeaders, type GridCell } from './find-headers.js'

/** Standard structure types, so that no role map is needed. */
export type StructureTag = 'Document' | 'H1' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure'

export interface StructureElement {
  readonly tag: StructureTag
  readonly kids: readonly StructureElement[]
  readonly pieces: readonly ContentPiece[]
  readonly table?: TableAttributes
  readonly figure?: Pick<Figure, 'label' | 'box'>
}

/** Attributes of a table cell (14.8.5.7); spans of 1 are left out. */
export interface TableAttributes {
  /** Set where another cell names this one as its header. */
  readonly id?: string
  readonly rowSpan?: number
  readonly columnSpan?: number
  readonly scope?: 'Row' | 'Column'
  /** Ids of its headers, from the outermost in: column heads, then row labels. */
  readonly headers: readonly string[]
}

/** Title, what else stands above the grid, the grid, what stands below it, pictures of signatures and seals, the page foot. */
export function buildStructure(cells: readonly LogicalCell[], figures: readonly Figure[]): StructureElement {
  const grid = cells.filter(isOfGrid)
  const first = grid[0] === undefined ? cells.length : cells.indexOf(grid[0])
  const lines = (some: readonly LogicalCell[]): StructureElement[] =>
    some.filter((cell) => !isOfGrid(cell) && cell.pieces.length > 0).map(lineElement)
  const table = grid.length === 0 ? [] : [tableElement(grid)]
  const [feet, others] = [cells.filter(isFoot), cells.slice(first).filter((cell) => !isFoot(cell))]
  const below = [...lines(others), ...figures.map(figureElement), ...lines(feet)]
  return parent('Document', [...lines(cells.slice(0, first).filter((cell) => !isFoot(cell))), ...table, ...below])
}

const figureElement = ({ pieces, ...figure }: Figure): StructureElement => ({ tag: 'Figure', kids: [], pieces, figure })

const parent = (tag: StructureTag, kids: readonly StructureElement[]): StructureElement => ({ tag, kids, pieces: [] })

const isOfGrid = (cell: LogicalCell): cell is GridCell =>
  cell.cell.framed && cell.cell.row !== undefined && cell.cell.column !== undefined

const isFoot = ({ cell }: LogicalCell): boolean => cell.role === 'pageFoot'

const lineElement = ({ cell, pieces }: LogicalCell): StructureElement => ({
  tag: cell.role === 'title' ? 'H1' : 'P',
  kids: [],
  pieces,
})

/** Rows of the whole grid, not of its page parts; each cell once, in the row it begins in. */
function tableElement(grid: readonly GridCell[]): StructureElement {
  const headers = findHeaders(grid)
  const named = new Set([...headers.values()].flat())
  const rows: GridCell[][] = []
  for (const cell of grid) {
    for (let row = rows.length; row < cell.cell.row + (cell.cell.rowSpan ?? 1); row++) rows.push([])
    rows[cell.cell.row]?.push(cell)
  }
  const element = (cell: GridCell): StructureElement => cellElement(cell, headers.get(cell) ?? [], named)
  return parent(
    'Table',
    rows.map((row) => parent('TR', row.sort((a, b) => a.cell.column - b.cell.column).map(element))),
  )
}

/** A cell that others name is a header, whatever its role: the name of an indicator heads its value. */
function cellElement(cell: GridCell, headers: readonly GridCell[], named: ReadonlySet<GridCell>): StructureElement {
  const { role, rowSpan = 1, columnSpan = 1 } = cell.cell
  const isHeader = role === 'label' || role === 'head' || named.has(cell)
  return {
    tag: isHeader ? 'TH' : 'TD',
    kids: [],
    pieces: cell.pieces,
    table: {
      ...(named.has(cell) && { id: idOf(cell) }),
      ...(rowSpan > 1 && { rowSpan }),
      ...(columnSpan > 1 && { columnSpan }),
      ...(isHeader && { scope: role === 'head' ? 'Column' : 'Row' }),
      headers: headers.map(idOf),
    },
  }
}

const idOf = ({ cell }: GridCell): string => `${cell.row}.${cell.column}`
