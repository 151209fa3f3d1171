/**
 * A laid-out page as plain data: what `layoutForm` returns and what `paint` prints.
 * All lengths are raw units (254 per pt, 720 per mm), the origin is the paper's top-left corner, y grows downwards.
 */
import type { Length } from './length.js'

/**
 * What a cell is on the form.
 * `title` and `subtitle` stand above the frame, `signature` below it, `pageHead` and `pageFoot` in the margins;
 * `label` and `head` (a column head) are the form's own words, `value` is the user's, `blank` is a ruled cell with nothing in it.
 */
export type CellRole =
  | 'title'
  | 'subtitle'
  | 'pageHead'
  | 'pageFoot'
  | 'label'
  | 'head'
  | 'value'
  | 'blank'
  | 'signature'

/** One box of text on one page. A cell that goes on over pages is one `Cell` on each of them: its page parts. */
export interface Cell {
  readonly role: CellRole
  readonly x: Length
  readonly y: Length
  readonly width: Length
  readonly height: Length
  /** Ruled on all four sides. Only cells of the grid are; title, signature line, page head and foot are not. */
  readonly framed: boolean
  /** First row of the cell in the whole grid, from 0, column heads counted once; the same on every page part, absent outside the grid. */
  readonly row?: number
  /** Rows of the grid the whole cell is merged over, on whatever pages they stand. */
  readonly rowSpan?: number
  /** First column, from 0. */
  readonly column?: number
  readonly columnSpan?: number
  /**
   * Field path of the value, such as `indicators[3].annual[0].value`, or the path that its several fields have in common;
   * absent where the words are the template's.
   */
  readonly path?: string
  /** The official Chinese label of the value. */
  readonly label?: string
  /** Which page part of its cell this is, from 1, out of how many. */
  readonly part: number
  readonly parts: number
  /** The text stands here again: it was already printed on an earlier page part. */
  readonly repeated: boolean
}

/** One piece of text in one face, printed by one operation: left to right from `x`, upon `baseline`. */
export interface TextRun {
  /** Index into the page's `cells`. */
  readonly cell: number
  /** Line of the cell on this page, from 0. */
  readonly line: number
  readonly text: string
  /** Face id in the font book, such as `song`. */
  readonly face: string
  /** Type size: the em. */
  readonly size: Length
  readonly x: Length
  readonly baseline: Length
  /** Sum of the advances, letter spacing after each cluster but the last included. */
  readonly width: Length
  /**
   * Set on a run of one full-width mark that is set to half an em (标点挤压, CLREQ 5.1.10):
   * `open` gives up its blank left half, `close` its blank right half.
   */
  readonly half?: 'open' | 'close'
  /** Space added between the clusters by justification; absent is none. */
  readonly letterSpacing?: Length
}

/** A straight line, horizontal or vertical, by its centre line. */
export interface Rule {
  readonly x1: Length
  readonly y1: Length
  readonly x2: Length
  readonly y2: Length
  /** Stroke width. */
  readonly width: Length
}

/** A place for a signature or a seal, for hands, pictures and the services that seal PDFs. Nothing is drawn there unless the caller gives a picture. */
export interface SigningPlace {
  /** Name in the template, such as `seal`. */
  readonly name: string
  /** What people call it, such as 公章. */
  readonly label: string
  /** A seal's box holds its circle. An `edgeSeal` (骑缝章) has a box on every page, each for its slice of the one seal. */
  readonly kind: 'signature' | 'seal' | 'edgeSeal'
  readonly x: Length
  readonly y: Length
  readonly width: Length
  readonly height: Length
  /** Which slice this is, from 1, out of how many; 1 of 1 for all but an edge seal. */
  readonly part: number
  readonly parts: number
}

/** What is painted beneath rules and text. None of it hides a character. */
export type Mark =
  /** A word across the page, rising from left to right at 45°, in light grey. `x` and `y` are its middle. */
  | {
      readonly kind: 'watermark'
      readonly text: string
      readonly face: string
      readonly size: Length
      readonly x: Length
      readonly y: Length
    }
  /** A QR code (GB/T 18284-2000): a row of modules a string, 1 for dark. */
  | {
      readonly kind: 'qr'
      readonly text: string
      readonly x: Length
      readonly y: Length
      readonly width: Length
      readonly height: Length
      readonly modules: readonly string[]
    }
  /** The caller's picture for a place; of an edge seal the slice that stands on this page. */
  | {
      readonly kind: 'picture'
      readonly place: string
      readonly label: string
      readonly x: Length
      readonly y: Length
      readonly width: Length
      readonly height: Length
      readonly part: number
      readonly parts: number
    }

export interface Page {
  /** Page number, from 1. */
  readonly number: number
  readonly width: Length
  readonly height: Length
  /** In reading order. */
  readonly cells: readonly Cell[]
  /** In reading order: cell by cell, line by line. */
  readonly runs: readonly TextRun[]
  readonly rules: readonly Rule[]
  /** Places for signatures and seals, in final and public copies. */
  readonly places?: readonly SigningPlace[]
  /** Watermark, QR code and pictures, in all copies but plain ones. */
  readonly marks?: readonly Mark[]
}
