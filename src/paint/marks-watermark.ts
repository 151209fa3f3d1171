/** The watermark as filled outlines: no text, so that what is copied or read aloud from a draft is the form alone. */
import type { FontFaces } from '../fonts/face.js'
import { glyphOutline, type OutlinePoint } from '../fonts/glyph-outline.js'
import { toPt } from '../layout/length.js'
import type { Mark } from '../layout/page.js'
import { decimal } from './numbers.js'

type Watermark = Extract<Mark, { readonly kind: 'watermark' }>

/** Light grey without transparency, beneath the text: a tenth of black leaves 7.5 pt type legible in print and photocopy. */
const GREY = '0.9 g'

/** cos 45° = sin 45°. */
const DIAGONAL = Math.SQRT1_2

export function watermarkOperators(mark: Watermark, book: FontFaces): string {
  const face = book.face(mark.face)
  const { outlines, characters } = face.font
  if (outlines.kind !== 'glyf') throw new Error(`the watermark's face ${mark.face} has no glyf outlines`)
  const scale = toPt(mark.size) / face.unitsPerEm
  const glyphs = Array.from(mark.text, (character) =>
    outlines.records.record(characters.glyph(character.codePointAt(0) ?? 0)),
  )
  // Glyphs are an em wide; the em box reaches from 0.12 em below the baseline to 0.88 em above it.
  const paths = glyphs.flatMap((record, index) => {
    const place = placement(mark, scale, (index - glyphs.length / 2) * face.unitsPerEm, -0.38 * face.unitsPerEm)
    return glyphOutline(record).map((contour) => contourOperators(contour, place))
  })
  return [GREY, ...paths, 'f'].join('\n')
}

type Place = (point: { readonly x: number; readonly y: number }) => string

/** Font units, y upwards, to points on the page, y downwards, turned by 45° about the mark's middle. */
function placement(mark: Watermark, scale: number, dx: number, dy: number): Place {
  return ({ x, y }) => {
    const [along, up] = [(x + dx) * scale * DIAGONAL, (y + dy) * scale * DIAGONAL]
    return `${decimal(toPt(mark.x) + along - up)} ${decimal(toPt(mark.y) - along - up)}`
  }
}

/** Quadratic curves as cubic ones (ISO 32000-1, 8.5.2.2 has no others); two control points in a row have a point midway. */
function contourOperators(contour: readonly OutlinePoint[], place: Place): string {
  const points = withMidpoints(contour)
  const start = points.findIndex(({ on }) => on)
  const turned = [...points.slice(start), ...points.slice(0, start + 1)]
  const operators = [`${place(turned[0] as OutlinePoint)} m`]
  for (let i = 1; i < turned.length; i++) {
    const point = turned[i] as OutlinePoint
    if (point.on) operators.push(`${place(point)} l`)
    else operators.push(curve(turned[i - 1] as OutlinePoint, point, turned[++i] as OutlinePoint, place))
  }
  return [...operators, 'h'].join('\n')
}

function withMidpoints(contour: readonly OutlinePoint[]): OutlinePoint[] {
  return contour.flatMap((point, index) => {
    const next = contour[(index + 1) % contour.length] as OutlinePoint
    return point.on || next.on ? [point] : [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, on: true }]
  })
}

function curve(from: OutlinePoint, control: OutlinePoint, to: OutlinePoint, place: Place): string {
  const towards = (end: OutlinePoint) => ({
    x: end.x + (2 * (control.x - end.x)) / 3,
    y: end.y + (2 * (control.y - end.y)) / 3,
  })
  return `${place(towards(from))} ${place(towards(to))} ${place(to)} c`
}
