/** Whether a font may be embedded: the licence bits of `OS/2` fsType (OpenType 1.9, `OS/2`). */
import { FontFault } from './font-fault.js'
import { dataView, type Sfnt, tableOf } from './sfnt.js'

const FS_TYPE_AT = 8
const USAGE = 0x000f
const RESTRICTED = 0x0002
const NO_SUBSETTING = 0x0100
const BITMAP_ONLY = 0x0200

/** Throws a FontFault where the maker forbids what printing does: embed the outlines of the used glyphs. */
export function checkEmbedding(sfnt: Sfnt): void {
  const table = tableOf(sfnt, 'OS/2')
  if (table === undefined || table.length < FS_TYPE_AT + 2) return
  const type = dataView(table).getUint16(FS_TYPE_AT)
  // Bits 2 and 3 grant more than bit 1 takes: the least restrictive of several usage bits counts.
  if ((type & USAGE) === RESTRICTED) throw new FontFault('embedding-restricted', 'OS/2 fsType')
  if (type & BITMAP_ONLY) throw new FontFault('bitmap-only', 'OS/2 fsType')
  if (type & NO_SUBSETTING) throw new FontFault('no-subsetting', 'OS/2 fsType')
}
