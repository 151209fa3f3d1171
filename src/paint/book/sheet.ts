/** A page of a book as the last stage writes it: what it shows stands in the file already, where it stands in the book is known now. */
import type { Length } from '../../layout/length.js'
import type { Page } from '../../layout/page.js'

/** A page whose content has been written: two strings and three numbers are all that is kept of it. */
export interface PaintedPage {
  /** Its content stream: `12 0 R`. */
  readonly content: string
  readonly width: Length
  readonly height: Length
  /** How far the page is moved to the right; negative moves it left. */
  readonly shift: Length
}

/** A rectangle that leads to another page of the book; before the page is moved. */
export interface SheetLink {
  readonly x: Length
  readonly y: Length
  readonly width: Length
  readonly height: Length
  readonly target: Target
}

/** The head of a page: `12 0 R`, and the paper's height. */
export interface Target {
  readonly page: string
  readonly height: Length
}

export interface Sheet {
  readonly width: Length
  readonly height: Length
  readonly shift: Length
  /** Absent on a blank page. */
  readonly content?: string
  /** A page with nothing on it but the number through the book. */
  readonly folio?: Page
  readonly links?: readonly SheetLink[]
}
