/** A template filled with one form: every word that will be printed, in cells, before anything is measured. All lengths are raw units. */
import type { Length } from '../layout/length.js'

export interface TextStyle {
  /** Font role. */
  readonly role: string
  /** Type size: the em. */
  readonly size: Length
  /** Distance of baselines. */
  readonly lineHeight: Length
  readonly align: 'left' | 'center' | 'right'
  readonly verticalAlign: 'top' | 'middle'
  readonly justify: boolean
}

export interface BoundText {
  /** As given: not yet normalised. Empty for a blank cell. */
  readonly text: string
  readonly style: TextStyle
  /** Field path of the value, or of what its several fields have in common; absent where all words are the template's. */
  readonly path?: string
  /** The official Chinese label of the value. */
  readonly label?: string
  /** Paths of all fields whose content is part of the text. */
  readonly sources: readonly string[]
  /** Sums that are part of the text and that the data does not hold. */
  readonly derived: readonly DerivedAmount[]
}

/** An amount that was added up, as it is before it is formatted. */
export interface DerivedAmount {
  /** Plain decimal text, in the unit of the data. */
  readonly amount: string
  /** Whether it is printed as money: in 元, as the data has it. Else it is a number, such as a score. */
  readonly isMoney: boolean
  /** Paths of the fields it was added up from. */
  readonly sources: readonly string[]
}

export interface BoundCell extends BoundText {
  readonly role: 'label' | 'head' | 'value' | 'blank' | 'signature'
  /** First column, from 0. */
  readonly column: number
  readonly columnSpan: number
}

/** A cell merged over several rows of its section. Labels stand again on every page part; a value is printed once. */
export interface BoundMerge extends BoundCell {
  /** First and last row in the section, heads counted, both included. */
  readonly firstRow: number
  readonly lastRow: number
}

/** How firmly a row is kept on the page of the row before it. Where a page leaves no freer break, the weakest tie yields. */
export const TIE = { none: 0, block: 1, firm: 2 } as const

export interface BoundRow {
  readonly cells: readonly BoundCell[]
  readonly minHeight: Length
  /** `avoid-unless-tall`: it goes on over a page where moved whole it would leave a hole. */
  readonly breakInside: 'auto' | 'avoid' | 'avoid-unless-tall'
  /** One of `TIE`. */
  readonly tie: number
}

export interface BoundSection {
  /** Rows at the start that stand again at the head of every further page part. */
  readonly headRows: number
  readonly rows: readonly BoundRow[]
  readonly merges: readonly BoundMerge[]
}

export interface BoundLine extends BoundText {
  readonly role: 'title' | 'subtitle'
  readonly after: Length
}

/** A place in the block below the frame, measured from the frame's foot. */
export interface BoundPlace {
  readonly name: string
  readonly label: string
  readonly kind: 'signature' | 'seal'
  /** Middle, from the paper's left edge. */
  readonly centre: Length
  readonly y: Length
  readonly width: Length
  readonly height: Length
}

/** What stands on a copy beside the form itself. */
export interface BoundCopy {
  readonly watermark?: string
  /** A line of the page foot with the verification code in it, and the QR code beside it. */
  readonly proof?: { readonly text: BoundText; readonly code: string; readonly qr: Length }
  readonly places: readonly BoundPlace[]
  readonly edgeSeal?: { readonly name: string; readonly label: string; readonly size: Length; readonly slice: Length }
  /** Width over height of the pictures that are to be drawn, by place. */
  readonly pictures: Readonly<Record<string, number>>
}

export interface BoundGrid {
  readonly title: string
  readonly paper: {
    readonly width: Length
    readonly height: Length
    readonly margin: { readonly top: Length; readonly right: Length; readonly bottom: Length; readonly left: Length }
  }
  /** Column widths. */
  readonly tracks: readonly Length[]
  readonly inset: { readonly x: Length; readonly y: Length }
  readonly rule: { readonly frame: Length; readonly hairline: Length }
  readonly heading: readonly BoundLine[]
  readonly sections: readonly BoundSection[]
  readonly signature?: {
    readonly tracks: readonly Length[]
    readonly row: BoundRow
    readonly before: Length
  }
  readonly pageHead?: BoundText
  /** With `{page}` and `{pages}` still to be filled. */
  readonly pageFoot?: BoundText
  readonly continuation: string
  /** Absent in a plain copy. */
  readonly copy?: BoundCopy
}

interface Names {
  readonly path?: string | undefined
  readonly label?: string | undefined
}

/**
 * Writes into a new object what it is named by; what it has not stays absent. A spread would say the same and, with keys that
 * its source has not, take longer than making all the rest of the object.
 */
export const withNames = <T extends object>(made: T, { path, label }: Names): T & { path?: string; label?: string } => {
  const named: T & { path?: string; label?: string } = made
  if (path !== undefined) named.path = path
  if (label !== undefined) named.label = label
  return named
}
