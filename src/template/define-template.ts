/** Types a template's field paths by the form it prints, so that a wrong path does not compile. */

import type { CellTemplate, GroupsSection, Piece, RowsSection, SubtitleLine, Template, TitleLine } from './template.js'
import { markFrozen, markTested } from './typed-templates.js'

type Plain = string | number | boolean | null | undefined | bigint

/** Paths of all fields of `T`, through objects and not through lists. */
export type FieldPath<T> = T extends Plain | readonly unknown[]
  ? never
  : { [K in keyof T & string]: K | `${K}.${FieldPath<T[K]>}` }[keyof T & string]

type ListKey<T> = { [K in keyof T & string]: T[K] extends readonly unknown[] ? K : never }[keyof T & string]
type Item<T> = T extends readonly (infer I)[] ? I : never

type PieceOf<T> =
  | string
  | (Exclude<Piece, string> & { readonly field?: FieldPath<T>; readonly sumOf?: readonly FieldPath<T>[] })
type ContentOf<T> = PieceOf<T> | readonly PieceOf<T>[]
type CellOf<T, C extends CellTemplate = CellTemplate> = Omit<C, 'content'> & { readonly content?: ContentOf<T> }
type LineOf<T> = TitleLine | (Omit<SubtitleLine, 'content'> & { readonly content: ContentOf<T> })
type RowsOf<T> = Omit<RowsSection, 'rows'> & {
  readonly rows: readonly (Omit<RowsSection['rows'][number], 'cells'> & { readonly cells: readonly CellOf<T>[] })[]
}
type SideOf<G> = {
  [S in ListKey<G>]: { readonly each: S; readonly cells: readonly CellOf<Item<G[S]>>[] }
}[ListKey<G>]
type GroupsOf<T> = {
  [K in ListKey<T>]: Omit<GroupsSection, 'each' | 'keys' | 'merged' | 'sides'> & {
    readonly each: K
    readonly keys: readonly FieldPath<Item<T[K]>>[]
    readonly merged: readonly CellOf<Item<T[K]>, GroupsSection['merged'][number]>[]
    readonly sides: readonly SideOf<Item<T[K]>>[]
  }
}[ListKey<T>]

/** A template whose every field path is one of the form `T`. */
export type TemplateOf<T> = Omit<Template, 'heading' | 'sections' | 'signature' | 'pageHead'> & {
  readonly heading: readonly LineOf<T>[]
  readonly sections: readonly (RowsOf<T> | GroupsOf<T>)[]
  readonly signature?: Omit<NonNullable<Template['signature']>, 'cells'> & { readonly cells: readonly CellOf<T>[] }
  readonly pageHead?: { readonly content: ContentOf<T>; readonly type: string }
}

/** For the forms of this repository, each of which a test holds against the schema; otherwise as `defineOwnTemplate`. */
export const defineTemplate =
  <T>() =>
  (template: TemplateOf<T>): Template =>
    markTested(defineOwnTemplate<T>()(template))

/**
 * The `defineTemplate` of the package. Returns the template frozen, otherwise as it came: `defineTemplate<SelfEvaluation>()({ … })`.
 * What a type cannot say, and what a caller without a compiler got wrong, is found when the template is used, as it is for
 * one that comes as JSON (see `checkTemplate`).
 */
export const defineOwnTemplate =
  <T>() =>
  (template: TemplateOf<T>): Template =>
    markFrozen(deepFreeze(template as Template))

const deepFreeze = <V>(value: V): V => {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
