/** Adds to a bound grid what a copy has beyond the form: the watermark, the proof in the page foot, the room for signatures and seals. */
import { mm } from '../layout/length.js'
import { bindStyle } from './bind-content.js'
import type { BoundCopy, BoundGrid, BoundPlace } from './bound-grid.js'
import type { PlaceTemplate, ProofTemplate, SigningTemplate, Template } from './template.js'

/** What the template does not know of a copy. */
export interface CopyFacts {
  readonly kind: 'plain' | 'draft' | 'final' | 'public'
  /** The verification code of a final or public copy. */
  readonly code?: string
  /** The pictures that are to be drawn, by place. */
  readonly pictures: Readonly<Record<string, { readonly width: number; readonly height: number }>>
}

const WATERMARK = '草稿'

/** For templates without a page foot for copies of their own. */
const PROOF = { content: '验证码：{code}', qr: 11.25, bottom: 20 } as const

/** The grid itself for a plain copy. */
export const bindCopy = (grid: BoundGrid, template: Template, copy: CopyFacts): BoundGrid => {
  if (copy.kind === 'draft') return { ...grid, copy: { watermark: WATERMARK, places: [], pictures: {} } }
  if (copy.code === undefined) return grid
  const proof = template.proof ?? { ...PROOF, type: template.pageFoot?.type ?? 'body' }
  const bottom = Math.max(grid.paper.margin.bottom, mm(proof.bottom))
  return {
    ...grid,
    paper: { ...grid.paper, margin: { ...grid.paper.margin, bottom } },
    ...(template.signing ? { signature: makeRoom(grid, template.signing) } : {}),
    copy: describeCopy(template, proof, copy, copy.code),
  }
}

/** The signature line becomes a row as high as the rest of the block, tied to the row before it as it always is. */
const makeRoom = ({ signature }: BoundGrid, { block, line }: SigningTemplate): NonNullable<BoundGrid['signature']> => {
  if (!signature) throw new Error('a template with signing has a signature line')
  const cells = signature.row.cells.map((cell) => ({
    ...cell,
    style: { ...cell.style, verticalAlign: 'top' as const },
  }))
  return { ...signature, before: mm(line), row: { ...signature.row, cells, minHeight: mm(block) - mm(line) } }
}

const describeCopy = (template: Template, proof: ProofTemplate, { pictures }: CopyFacts, code: string): BoundCopy => {
  const { signing } = template
  const text = proof.content.replaceAll('{code}', () => code)
  const shapes = Object.entries(pictures).map(([name, { width, height }]) => [name, width / height])
  return {
    proof: {
      text: { text, style: bindStyle(template, { type: proof.type }), sources: [], derived: [] },
      code,
      qr: mm(proof.qr),
    },
    places: (signing?.places ?? []).map((place) => bindPlace(template, place)),
    ...(signing?.edgeSeal
      ? { edgeSeal: { ...signing.edgeSeal, size: mm(signing.edgeSeal.size), slice: mm(signing.edgeSeal.slice) } }
      : {}),
    pictures: Object.fromEntries(shapes),
  }
}

const bindPlace = (
  { paper, signature }: Template,
  { name, label, kind, cell, y, width, height }: PlaceTemplate,
): BoundPlace => {
  const [first, last] = signature?.cells[cell - 1]?.columns ?? [1, 1]
  const edge = (column: number): number =>
    (signature?.columns ?? []).slice(0, column).reduce((sum, track) => sum + mm(track), 0)
  const centre = mm(paper.margin.left) + Math.round((edge(first - 1) + edge(last)) / 2)
  return { name, label, kind, centre, y: mm(y), width: mm(width), height: mm(height) }
}
