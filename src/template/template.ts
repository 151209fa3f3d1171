/**
 * The template language: an official form as plain, JSON-serialisable data.
 * Lengths are millimetres and type sizes points, as the official papers give them.
 */

/**
 * Computations over the form, each by a name and with what it takes, so that a template stays data. None is asked for null,
 * undefined or the empty text, which print nothing.
 */
export const FORMATTER_NAMES = [
  'text', // any text, number or flag, as it is
  'yuan', // decimal text such as -1234.50, or a number: 元 with thousands separators, decimals as entered
  'wanYuan', // the same: 元 → 万元, exactly, with thousands separators
  'years', // a number: 3 → 3年
  'date', // an object with year, month and day: → 2023年1月28日; anything else as it is
] as const

export type FormatterName = (typeof FORMATTER_NAMES)[number]

/** One piece of a cell's text. */
export type Piece =
  | string
  | {
      /** Field path, relative to the item where the cell stands inside a list. Absent only where `sumOf` is given. */
      readonly field?: string
      readonly format?: FormatterName
      /** Words for the values of a closed list, such as `recurring` → 经常性项目（长期开展）. */
      readonly choices?: Readonly<Record<string, string>>
      /**
       * Fields to add up where the field itself is absent: a derived amount, which a hint reports. Each holds decimal text or
       * a number; null, undefined and the empty text count as absent.
       */
      readonly sumOf?: readonly string[]
      /** Printed before and after a value that is not empty. */
      readonly prefix?: string
      readonly suffix?: string
      /** Printed between this value and the words before it in the cell, where there are both: code-name. */
      readonly join?: string
      /** Printed in place of an empty value. */
      readonly blank?: string
    }

export type Content = Piece | readonly Piece[]

/** Which type a cell is set in; keys of `Template.type`. */
export type TypeName = string

export interface TypeStyle {
  /** Font role: `song`, `songBold`, `hei`, `fangsong` or one the user adds. */
  readonly role: string
  /** Type size in points. */
  readonly size: number
  /** Distance of baselines in points. */
  readonly lineHeight: number
}

export interface CellTemplate {
  /** First and last column, from 1, both included. */
  readonly columns: readonly [number, number]
  /** Rows the cell is merged over, itself included; 1 where absent. */
  readonly rows?: number
  /**
   * `label` and `head` stand again on every page part, a `value` stands once. Where absent, a cell of the template's own words
   * is a label and any other a value; a merged one is a label whatever is in it.
   */
  readonly role?: 'label' | 'head' | 'value'
  readonly content?: Content
  /** The official label of a value, where it is not the label to its left; for messages. */
  readonly label?: string
  readonly type?: TypeName
  readonly align?: 'left' | 'center' | 'right'
  readonly verticalAlign?: 'top' | 'middle'
  /** Spread full lines to both edges (narratives and goals). */
  readonly justify?: boolean
}

export interface RowTemplate {
  readonly cells: readonly CellTemplate[]
  /** Least height in mm. */
  readonly minHeight?: number
  /** Whether the row may go on over a page where it would fit on the next: `auto` for running text. A row taller than a page always goes on. */
  readonly breakInside?: 'auto' | 'avoid'
}

/** Rows as they stand. */
export interface RowsSection {
  readonly kind: 'rows'
  /** Rows at the start that are repeated at the head of every page the section goes on to. */
  readonly headRows?: number
  /** All rows on one page, as long as they fit on one. */
  readonly keepTogether?: boolean
  readonly rows: readonly RowTemplate[]
}

/** A list of groups, each with lists of items set side by side: the indicator table. */
export interface GroupsSection {
  readonly kind: 'groups'
  /** A label merged over the whole section, column heads included. */
  readonly label?: CellTemplate
  /** Column heads, repeated whole at the head of every page. */
  readonly head: Omit<RowTemplate, 'breakInside'>
  /** Path of the list of groups. */
  readonly each: string
  /** Fields that name a group, outermost first: `['level1', 'level2']`. */
  readonly keys: readonly string[]
  /** Groups that are printed even when the data has none of them, in official order; one value for each key. */
  readonly standard: readonly (readonly string[])[]
  /** Labels merged over all neighbouring rows that agree in the first `depth` keys; content is relative to the group. */
  readonly merged: readonly (CellTemplate & { readonly depth: number })[]
  /**
   * Lists of the group that are set side by side, row by row in order; content is relative to the item. Without any, each
   * group is one row of its labels.
   */
  readonly sides: readonly {
    readonly each: string
    readonly cells: readonly CellTemplate[]
  }[]
  /** Field that pairs an item of one side with one of another; unpaired items stand alone in their row. */
  readonly pairBy?: string
  readonly minHeight?: number
}

export type Section = RowsSection | GroupsSection

/** A line of text above the frame. */
export type LineTemplate = TitleLine | SubtitleLine

/** Prints the template's `title`, or what the caller gives in its place. */
export interface TitleLine extends LineShape {
  readonly role: 'title'
  /** May say the template's `title` again, for who reads the template; anything else would not be printed and is refused. */
  readonly content?: string
}

export interface SubtitleLine extends LineShape {
  readonly role?: 'subtitle'
  readonly content: Content
}

interface LineShape {
  readonly type: TypeName
  /** `center` where absent. */
  readonly align?: 'left' | 'center' | 'right'
  /** Space after the line in mm. */
  readonly after?: number
}

/** How private data is masked in a public copy. */
export const MASK_NAMES = [
  'mobile', // 138-0000-1234 → 138-****-1234, wherever such a number stands in the text, however it is grouped
  'identity', // 居民身份证号 (GB 11643-1999): the first six and the last four characters stay
  'drop', // the whole field is emptied
] as const

export type MaskName = (typeof MASK_NAMES)[number]

/** One kind of private data. Rules without `onRequest` always apply to a public copy. */
export interface MaskingRule {
  /** What a caller asks for it by, such as `names`. */
  readonly name: string
  /** What people call it, such as 姓名. */
  readonly label: string
  readonly mask: MaskName
  /** Path patterns, such as `indicators[].annual`; each covers all that lies inside. Absent: every text and number of the form. */
  readonly fields?: readonly string[]
  /** Path patterns that the rule passes over. */
  readonly except?: readonly string[]
  readonly onRequest?: boolean
}

/** A place for a signature or a seal in the block below the frame. */
export interface PlaceTemplate {
  /** What images and signatures name it by, such as `seal`. */
  readonly name: string
  /** What people call it, such as 公章. */
  readonly label: string
  readonly kind: 'signature' | 'seal'
  /** The cell of the signature line, from 1, that the place is centred on. */
  readonly cell: number
  /** Distance from the frame in mm. */
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Room for signatures and seals, kept in final and public copies. All lengths are mm. */
export interface SigningTemplate {
  /** Height of the block below the frame; the signature line stands in it, and it is kept with the last row. */
  readonly block: number
  /** From the frame to the signature line, in place of the line's own `before`. */
  readonly line: number
  readonly places: readonly PlaceTemplate[]
  /** 骑缝章: a seal over the edges of all pages of a form that has several, in the margin beside the grid. */
  readonly edgeSeal?: {
    readonly name: string
    readonly label: string
    /** Diameter of the whole seal. */
    readonly size: number
    /** Widest slice on one page; with few pages the seal is drawn smaller. */
    readonly slice: number
  }
}

/** The proof in the page foot of final and public copies. */
export interface ProofTemplate {
  /** `{code}` is the verification code. */
  readonly content: string
  readonly type: TypeName
  /** Side of the QR code in mm. */
  readonly qr: number
  /** The lower margin of such copies in mm. */
  readonly bottom: number
}

export interface Template {
  /** Name of the variant, such as `yangquan-2023`. */
  readonly id: string
  /** Id of the form it prints. */
  readonly form: string
  /** Where the grid comes from: 文号 or publication. */
  readonly source: string
  /** Shown in the document's title; heading lines of role `title` print it. */
  readonly title: string
  readonly paper: {
    readonly width: number
    readonly height: number
    readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  }
  /** Column widths in mm. */
  readonly columns: readonly number[]
  readonly type: Readonly<Record<TypeName, TypeStyle>>
  /** Type is never set smaller than this, in points. */
  readonly smallestType: number
  /** Blank kept between a rule and the text, in mm. */
  readonly inset: { readonly x: number; readonly y: number }
  /** Stroke widths in points. */
  readonly rule: { readonly frame: number; readonly hairline: number }
  readonly heading: readonly LineTemplate[]
  readonly sections: readonly Section[]
  /** The signature line below the frame, not ruled: cells over columns of its own. */
  readonly signature?: {
    /** Column widths in mm, from the left edge of the grid. */
    readonly columns: readonly number[]
    readonly cells: readonly CellTemplate[]
    /** Space between frame and line in mm. */
    readonly before: number
  }
  /** In the head margin from page two on; cut to one line. `{title}` in the template's own words is the title. */
  readonly pageHead?: { readonly content: Content; readonly type: TypeName }
  /** In the foot margin of every page; `{page}` and `{pages}` are the numbers. */
  readonly pageFoot?: { readonly content: string; readonly type: TypeName }
  /** Room for signatures and seals in final and public copies. */
  readonly signing?: SigningTemplate
  /** The page foot of final and public copies; a template without has the engine's own. */
  readonly proof?: ProofTemplate
  /** What a public copy hides; where there is nothing to hide, an empty list. Without it there are no public copies. */
  readonly masking?: readonly MaskingRule[]
  /** Words added to a label that stands again on a further page part, such as （续）. */
  readonly continuation?: string
  /** Plain conventions of this variant that content rules ask for, such as allowed department codes. */
  readonly conventions?: Readonly<Record<string, readonly string[]>>
}
