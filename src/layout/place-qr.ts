/** The QR code (GB/T 18284-2000, ISO/IEC 18004) of a verification code, in the page foot. */
import encodeQR from 'qr'
import type { BoundCopy, BoundGrid } from '../template/bound-grid.js'
import { MARGIN_GAP } from './furniture.js'
import type { Mark } from './page.js'

/** At the right end of the type area, below it; the white around it is wider than the four modules it needs. */
export const placeQr = (grid: BoundGrid, proof: NonNullable<BoundCopy['proof']>): Mark => {
  const modules = qrModules(proof.code)
  // Modules are whole units, so that none is wider than another.
  const side = Math.floor(proof.qr / modules.length) * modules.length
  const { paper, tracks } = grid
  const right = paper.margin.left + tracks.reduce((sum, track) => sum + track, 0)
  const y = paper.height - paper.margin.bottom + MARGIN_GAP
  return { kind: 'qr', text: proof.code, x: right - side, y, width: side, height: side, modules }
}

/** The code has letters, digits and hyphens only: five and a half bits a character. Error correction M survives 15 % of dirt. */
const qrModules = (text: string): readonly string[] => {
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: 1 })
  return bordered.slice(1, -1).map((row) =>
    row
      .slice(1, -1)
      .map((dark) => (dark ? '1' : '0'))
      .join(''),
  )
}
