/** What a form says of its book: where an entry's words come from, and the templates of cover and contents. */
import type { FieldPath } from '../template/define-template.js'
import type { Template, TypeStyle } from '../template/template.js'

export interface BookDefinition {
  /** Paths of code and name of the department that the book is ordered by. */
  readonly department: { readonly code: string; readonly name: string }
  /** Path of what an entry is called in the outline. */
  readonly title: string
  /** Path of the year. */
  readonly year?: string
  /** Paths of what else the contents say of a form, by the names that their template uses. */
  readonly fields: Readonly<Record<string, string>>
  /** What stands in the outline for an empty department or title, and what readers call the cover. */
  readonly words: { readonly department: string; readonly title: string; readonly cover: string }
  /** Prints a `BookCover`. */
  readonly cover: Template
  /** Prints a `BookContents`. What its page foot says is also what readers call the page. */
  readonly contents: Template
  /** The number of a page through the book; `{page}` is the number. */
  readonly folio: { readonly content: string; readonly type: TypeStyle }
}

/** What the cover is printed from. */
export interface BookCover {
  readonly title: string
  /** `2023`, or several with 、 between; empty where no form has one. */
  readonly years: string
  readonly departmentCount: number
  readonly formCount: number
  readonly pageCount: number
  readonly departments: readonly {
    readonly code: string
    readonly name: string
    readonly forms: number
    /** Where it begins. */
    readonly page: number
  }[]
}

/** What the contents are printed from; `Field` names the fields of the definition. */
export interface BookContents<Field extends string = string> {
  readonly title: string
  readonly years: string
  readonly departments: readonly {
    readonly code: string
    readonly name: string
    readonly entries: readonly {
      /** Through the book, from 1. */
      readonly number: number
      readonly title: string
      readonly page: number
      readonly fields: Readonly<Record<Field, string | null>>
    }[]
  }[]
}

/** A definition whose every field path is one of the form `T`. */
type BookOf<T> = Omit<BookDefinition, 'department' | 'title' | 'year' | 'fields'> & {
  readonly department: { readonly code: FieldPath<T>; readonly name: FieldPath<T> }
  readonly title: FieldPath<T>
  readonly year?: FieldPath<T>
  readonly fields: Readonly<Record<string, FieldPath<T>>>
}

/** Types a book by the data of its form: `defineBook<PerformanceTarget>()({ … })`. The value is frozen and otherwise as it came. */
export const defineBook =
  <T>() =>
  (book: BookOf<T>): BookDefinition =>
    Object.freeze(book)
