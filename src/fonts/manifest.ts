/** The fonts that come with the package, as `fonts/MANIFEST.json` lists them. */
import type { FontFile } from './font-file.js'

export interface ShippedFont {
  /** File name in the fonts folder. */
  readonly file: string
  readonly family: string
  readonly postScriptName: string
  readonly sha256: string
  /** Size of the file. */
  readonly bytes: number
  readonly unitsPerEm: number
  /** How many characters the font covers. */
  readonly characters: number
  /** Covered code points as flat pairs: start, end, start, end …, both inclusive, ascending. */
  readonly coverage: readonly number[]
}

/** By role: `song`, `songBold`, `hei`, `rare`. */
export type FontManifest = Readonly<Record<string, ShippedFont>>

/** Where the shipped fonts come from. `platform/` reads the package's folder; a test hands over files of its own. */
export interface ShippedFonts {
  readonly manifest: FontManifest
  /** Called at most once a file for the life of the port. */
  open(file: string): FontFile
}

/** Whether a code point lies in one of the ranges. */
export function covers(ranges: readonly number[], codePoint: number): boolean {
  let low = 0
  let high = ranges.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (codePoint < (ranges[2 * middle] ?? 0)) high = middle - 1
    else if (codePoint > (ranges[2 * middle + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}
