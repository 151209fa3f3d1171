/** A font of the caller, by path or bytes: its tables are checked before anything is laid out with it. */

import { checkEmbedding } from './embedding.js'
import { FontFault } from './font-fault.js'
import { components } from './glyph-records.js'
import { isCollection, openCollection, readNames } from './names.js'
import { type OpenFont, openFont } from './open-font.js'
import { faceMissing, fontMissing, refuseFont } from './refuse-font.js'
import { openSfnt, type Sfnt } from './sfnt.js'

/** One of `path` and `bytes`; `face` names the face of a collection by PostScript, family or full name. */
export interface UserFont {
  readonly path?: string | undefined
  readonly bytes?: Uint8Array | undefined
  readonly face?: string | undefined
}

export type ReadFile = (path: string) => Uint8Array

/**
 * @throws FormError of kind `file`: `font-missing` where there is none, `font-unreadable` for one that is broken or no font,
 * `font-refused` for one that is variable, compressed for the web, without Unicode or outlines, or must not be embedded or cut
 * to a subset, `font-face-missing` where no face has the name or a collection's is not named; and what `readFile` throws
 */
export function openUserFont(role: string, font: UserFont, readFile: ReadFile | undefined): OpenFont {
  const bytes = font.bytes ?? (font.path === undefined ? undefined : readFile?.(font.path))
  if (bytes === undefined) throw fontMissing(role, font)
  try {
    const chosen = openFont(chooseFace(role, font, bytes))
    checkEmbedding(chosen.sfnt)
    checkTables(chosen)
    return chosen
  } catch (error) {
    if (error instanceof FontFault) throw refuseFont(role, font, error.reason, error.detail)
    // A length or an offset inside a table points out of it, and DataView refuses to follow.
    if (error instanceof RangeError) throw refuseFont(role, font, 'damaged', 'table')
    throw error
  }
}

function chooseFace(role: string, font: UserFont, bytes: Uint8Array): Sfnt {
  if (!isCollection(bytes)) return namedFace(role, font, [openSfnt(bytes)])
  const faces = openCollection(bytes)
  const only = faces.length === 1 ? faces[0] : undefined
  if (font.face === undefined && only !== undefined) return only
  return namedFace(role, font, faces, true)
}

/** A face name beside a font that is no collection must still be right. */
function namedFace(role: string, font: UserFont, faces: readonly Sfnt[], mustName = false): Sfnt {
  const [first] = faces
  if (font.face === undefined && !mustName && first !== undefined) return first
  const wanted = font.face?.toLowerCase()
  const found = faces.find((face) => readNames(face).all.some((name) => name.toLowerCase() === wanted))
  if (found === undefined) {
    throw faceMissing(
      role,
      font,
      faces.map((face) => readNames(face).postScript),
    )
  }
  return found
}

/**
 * Looks into the tables that printing will read, so that a broken font is found now and not on page 7: into every glyph of
 * `glyf` outlines. Of CFF, which only an interpreter of charstrings can look into, it is the number of glyphs.
 */
function checkTables(font: OpenFont): void {
  const { names, description, metrics, characters, outlines } = font
  characters.glyph(0x4e00)
  characters.variation(0x4e00, 0xfe00)
  if (names.postScript === '' || description.unitsPerEm > 16384) throw new FontFault('damaged', 'head')
  if (outlines.kind === 'cff') {
    if (outlines.cff.charStrings.count !== metrics.glyphCount) throw new FontFault('damaged', 'CFF')
    return
  }
  for (let glyph = 0; glyph < metrics.glyphCount; glyph++) {
    const references = components(outlines.records.record(glyph))
    if (references.some((reference) => reference.glyph >= metrics.glyphCount)) {
      throw new FontFault('damaged', 'glyf')
    }
  }
}
