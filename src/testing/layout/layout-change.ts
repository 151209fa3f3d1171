/** What can change between two layouts, as data; `describeChange` says it in words. All lengths are hundredths of a millimetre. */

import type { TextDifference } from './compare-texts.js'
import type { Hundredths } from './described-layout.js'

/** Page is the number in the layout before, or after where there was none before. */
export type LayoutChange =
  | { readonly kind: 'page-count'; readonly before: number; readonly after: number }
  | { readonly kind: 'paper'; readonly page: number; readonly before: string; readonly after: string }
  | {
      readonly kind: 'rows-moved'
      readonly page: number
      readonly first: string
      readonly last: string
      readonly count: number
      readonly dx: Hundredths
      readonly dy: Hundredths /** Of the last row, where it is another than of the first. */
      readonly lastDy?: Hundredths
    }
  | {
      readonly kind: 'rows-paged'
      readonly page: number
      readonly to: number
      readonly first: string
      readonly last: string
      readonly count: number
    }
  | {
      readonly kind: 'rows-resized'
      readonly page: number
      readonly first: string
      readonly last: string
      readonly count: number
      readonly dh: Hundredths
    }
  | { readonly kind: 'row-gone' | 'row-new'; readonly page: number; readonly row: string }
  | {
      readonly kind: 'moved'
      readonly page: number
      readonly cell: string
      readonly dx: Hundredths
      readonly dy: Hundredths
    }
  | { readonly kind: 'paged'; readonly page: number; readonly to: number; readonly cell: string }
  | {
      readonly kind: 'resized'
      readonly page: number
      readonly cell: string
      readonly dw: Hundredths
      readonly dh: Hundredths
    }
  | { readonly kind: 'cell-gone' | 'cell-new'; readonly page: number; readonly cell: string }
  | { readonly kind: 'text'; readonly page: number; readonly cell: string; readonly difference: TextDifference }
  | {
      readonly kind: 'relined'
      readonly page: number
      readonly cell: string
      readonly before: number
      readonly after: number
    }
  | {
      readonly kind: 'text-moved'
      readonly page: number
      readonly cell: string
      readonly dx: Hundredths
      readonly dy: Hundredths
    }
  | {
      readonly kind: 'set'
      readonly page: number
      readonly cell: string
      readonly what: 'face' | 'size' | 'colour' | 'spacing' | 'width' | 'half' | 'pieces'
      readonly before: string
      readonly after: string
    }
  | {
      readonly kind: 'cell-part'
      readonly page: number
      readonly cell: string
      readonly before: string
      readonly after: string
    }
  | { readonly kind: 'rule-moved'; readonly page: number; readonly rule: RuleName; readonly by: Hundredths }
  | { readonly kind: 'rule-gone' | 'rule-new'; readonly page: number; readonly rule: RuleName }
  | {
      readonly kind: 'rule-width'
      readonly page: number
      readonly rule: RuleName
      readonly before: Hundredths
      readonly after: Hundredths
    }
  /** Rules that no cell's edge accounts for, told by where they lie. */
  | { readonly kind: 'loose-rule-gone' | 'loose-rule-new'; readonly page: number; readonly rule: PlacedRule }
  | {
      readonly kind: 'loose-rule-changed'
      readonly page: number
      readonly before: PlacedRule
      readonly after: PlacedRule
    }
  | { readonly kind: 'cell-framed'; readonly page: number; readonly cell: string; readonly framed: boolean }
  | { readonly kind: 'mark-gone' | 'mark-new' | 'mark-changed'; readonly page: number; readonly mark: string }
  | {
      readonly kind: 'mark-moved'
      readonly page: number
      readonly mark: string
      readonly dx: Hundredths
      readonly dy: Hundredths
    }
  /** What no other word fits: the first line of the snapshots that differs. */
  | { readonly kind: 'other'; readonly page: number; readonly before: string; readonly after: string }

/** A rule is called by the cell it bounds. */
export interface RuleName {
  readonly side: 'above' | 'under' | 'left' | 'right'
  readonly cell: string
  readonly from: Hundredths
  readonly to: Hundredths
}

/** A rule called by its place on the page. */
export interface PlacedRule {
  readonly upright: boolean
  /** From the top; of an upright rule from the left. */
  readonly at: Hundredths
  readonly from: Hundredths
  readonly to: Hundredths
  readonly width: Hundredths
}
