/** What is wrong with a template's words for copies: the room for signatures and seals, the proof, the masking rules. */
import { MARGIN_GAP } from '../layout/furniture.js'
import { mm, pt } from '../layout/length.js'
import type { Fault } from './fault.js'
import type { PlaceTemplate, SigningTemplate, Template } from './template.js'

/** A QR code of 25 modules must have modules of a third of a millimetre, or phones do not read it off paper. */
const SMALLEST_QR = 8.25

/** Between the type area and the QR code, and between the code and the paper's edge, where printers do not print. */
const PROOF_GAP = 6

export const findCopyFaults = (template: Template): readonly Fault[] => [
  ...(template.signing ? findSigningFaults(template, template.signing) : []),
  ...findProofFaults(template),
  ...repeated((template.masking ?? []).map((rule) => rule.name)).map((name) => ({
    place: 'masking',
    reason: `“${name}”重复`,
  })),
]

const findSigningFaults = (template: Template, signing: SigningTemplate): readonly Fault[] => {
  const { signature } = template
  if (!signature) return [{ place: 'signing', reason: '没有签字栏（signature）' }]
  const names = [...signing.places.map((place) => place.name), ...(signing.edgeSeal ? [signing.edgeSeal.name] : [])]
  return [
    ...(signing.line >= signing.block ? [{ place: 'signing.line', reason: '签字栏在预留的位置之外' }] : []),
    ...repeated(names).map((name) => ({ place: 'signing.places', reason: `“${name}”重复` })),
    ...signing.places.flatMap((place, index) => findPlaceFaults(template, signing, place, `signing.places[${index}]`)),
    ...findEdgeFaults(template, signing),
  ]
}

const findPlaceFaults = (
  template: Template,
  signing: SigningTemplate,
  place: PlaceTemplate,
  at: string,
): readonly Fault[] => {
  const centre = centreOf(template, place.cell)
  if (centre === undefined) return [{ place: `${at}.cell`, reason: `签字栏没有第${place.cell}格` }]
  const outside = centre - place.width / 2 < 0 || centre + place.width / 2 > template.paper.width
  return [
    ...(place.y + place.height > signing.block ? [{ place: at, reason: `超出预留的${signing.block}毫米` }] : []),
    ...(outside ? [{ place: at, reason: '超出纸面' }] : []),
    ...(place.kind === 'seal' && place.width !== place.height ? [{ place: at, reason: '印章的位置应为正方形' }] : []),
  ]
}

/** Middle of a cell of the signature line, in mm from the paper's left edge. */
const centreOf = ({ paper, signature }: Template, cell: number): number | undefined => {
  const found = signature?.cells[cell - 1]
  if (!signature || !found) return undefined
  const sum = (to: number): number => signature.columns.slice(0, to).reduce((total, width) => total + width, 0)
  return paper.margin.left + (sum(found.columns[0] - 1) + sum(found.columns[1])) / 2
}

const findEdgeFaults = ({ paper }: Template, { edgeSeal }: SigningTemplate): readonly Fault[] =>
  edgeSeal && edgeSeal.slice > paper.margin.right
    ? [{ place: 'signing.edgeSeal.slice', reason: '宽于右页边，会压住表格' }]
    : []

const findProofFaults = ({ proof, paper, pageFoot, type }: Template): readonly Fault[] => {
  if (!proof) return []
  const lines = [pageFoot?.type, proof.type].map((name) => (name === undefined ? 0 : (type[name]?.lineHeight ?? 0)))
  const needed = MARGIN_GAP + lines.reduce((sum, lineHeight) => sum + pt(lineHeight), 0)
  return [
    ...(needed > mm(Math.max(paper.margin.bottom, proof.bottom))
      ? [{ place: 'proof.bottom', reason: '放不下页脚和验证码' }]
      : []),
    ...(proof.qr < SMALLEST_QR ? [{ place: 'proof.qr', reason: `二维码小于${SMALLEST_QR}毫米，无法识读` }] : []),
    ...(proof.bottom < proof.qr + PROOF_GAP
      ? [{ place: 'proof.bottom', reason: `放不下${proof.qr}毫米的二维码` }]
      : []),
  ]
}

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
]
