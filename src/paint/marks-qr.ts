/** A QR code as filled rectangles, one for each stretch of dark modules in a row: sharp at every resolution. */
import type { Mark } from '../layout/page.js'
import { points } from './numbers.js'

type Qr = Extract<Mark, { readonly kind: 'qr' }>

export function qrOperators({ x, y, width, modules }: Qr): string {
  const module = width / modules.length
  const rectangles = modules.flatMap((row, index) =>
    Array.from(
      row.matchAll(/1+/g),
      ({ index: first, 0: dark }) =>
        `${points(x + first * module)} ${points(y + index * module)} ${points(dark.length * module)} ${points(module)} re`,
    ),
  )
  return ['0 g', ...rectangles, 'f'].join('\n')
}
