/** Types a template's field paths by the form it prints, so that a wrong path does not compile. */

import type { CellTemplate, GroupsSection, Piece, RowsSection, SubtitleLine, Template, TitleLine } from './template.js'
import { markFrozen, markTested } from './typed-templates.js'

type Plain = string | number | boolean | null | undefined | bigint

/** Paths of all fields of `T`, through objects and not through lists. */
export type FieldPath<T> = T extends Plain | readonly unknown[]
  ? never
  : { [K in keyof T & string]: K | `${K}.${FieldPath<T[K]>}` }[keyof T & string]

/** Paths of all lists of `T`, each with what is in it: through objects as fields are, and whether or not the data must have them. */
type ListOf<T> = T extends Plain | readonly unknown[]
  ? never
  : { [K in keyof T & string]-?: ListAt<K, NonNullable<T[K]>> }[keyof T & string]
type ListAt<P extends string, V> = V extends readonly (infer I)[]
  ? { readonly path: P; readonly item: I }
  : ListOf<V> extends infer L
    ? L extends { readonly path: infer Q extends string; readonly item: infer I }
      ? { readonly path: `${P}.${Q}`; readonly item: I }
      : never
    : never

type PieceOf<T> =
  | string
  | (Exclude<Piece, string> & { readonly field?: FieldPath<T>; readonly sumOf?: readonly FieldPath<T>[] })
type ContentOf<T> = PieceOf<T> | readonly PieceOf<T>[]
type CellOf<T, C extends CellTemplate = CellTemplate> = Omit<C, 'content'> & { readonly content?: ContentOf<T> }
type LineOf<T> = TitleLine | (Omit<SubtitleLine, 'content'> & { readonly content: ContentOf<T> })
type RowsOf<T> = Omit<RowsSection, 'rows'> & {
  readonly rows: readonly (Omit<RowsSection['rows'][number], 'cells'> & { readonly cells: readonly CellOf<T>[] })[]
}
type SideOf<L> = L extends { readonly path: infer P; readonly item: infer I }
  ? { readonly each: P; readonly cells: readonly CellOf<I>[] }
  : never
type GroupsOf<L> = L extends { readonly path: infer P; readonly item: infer I }
  ? Omit<GroupsSection, 'each' | 'keys' | 'merged' | 'sides'> & {
      readonly each: P
      readonly keys: readonly FieldPath<I>[]
      readonly merged: readonly CellOf<I, GroupsSection['merged'][number]>[]
      readonly sides: readonly SideOf<ListOf<I>>[]
    }
  : never

/** A template whose every field path is one of the form `T`. */
export type TemplateOf<T> = Omit<Template, 'heading' | 'sections' | 'signature' | 'pageHead'> & {
  readonly heading: readonly LineOf<T>[]
  readonly sections: readonly (RowsOf<T> | GroupsOf<ListOf<T>>)[]
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
