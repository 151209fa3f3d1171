/** One font, opened: its tables are parsed when they are first asked for, and hold no state of any document. */
import { type CffFont, readCff } from './cff.js'
import { type CharacterMap, readCharacterMap } from './character-map.js'
import { type GlyphRecords, readGlyphRecords } from './glyph-records.js'
import { type FontDescription, type HorizontalMetrics, readDescription, readHorizontalMetrics } from './metrics.js'
import { type FontNames, readNames } from './names.js'
import { requiredTable, type Sfnt } from './sfnt.js'

/** How the outlines are stored, with the reader for them. */
export type Outlines =
  | { readonly kind: 'glyf'; readonly records: GlyphRecords }
  | { readonly kind: 'cff'; readonly cff: CffFont }

export interface OpenFont {
  readonly sfnt: Sfnt
  readonly names: FontNames
  readonly description: FontDescription
  readonly metrics: HorizontalMetrics
  readonly characters: CharacterMap
  readonly outlines: Outlines
}

export function openFont(sfnt: Sfnt): OpenFont {
  const names = once(() => readNames(sfnt))
  const description = once(() => readDescription(sfnt))
  const metrics = once(() => readHorizontalMetrics(sfnt))
  const characters = once(() => readCharacterMap(sfnt))
  const outlines = once(() => readOutlines(sfnt))
  return {
    sfnt,
    get names() {
      return names()
    },
    get description() {
      return description()
    },
    get metrics() {
      return metrics()
    },
    get characters() {
      return characters()
    },
    get outlines() {
      return outlines()
    },
  }
}

function readOutlines(sfnt: Sfnt): Outlines {
  return sfnt.outlines === 'glyf'
    ? { kind: 'glyf', records: readGlyphRecords(sfnt) }
    : { kind: 'cff', cff: readCff(requiredTable(sfnt, 'CFF ', 4)) }
}

/** A value computed at its first use and kept. */
export function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined
  return () => {
    value ??= { of: compute() }
    return value.of
  }
}
