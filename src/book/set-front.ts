/** Cover and contents on pages, through the same template language and layout as every form. */
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import type { FontBook } from '../fonts/face.js'
import { layoutGrid } from '../layout/layout-grid.js'
import type { Page } from '../layout/page.js'
import { bindCopy, type CopyFacts } from '../template/bind-copy.js'
import { bindTemplate } from '../template/bind-template.js'
import type { BoundGrid } from '../template/bound-grid.js'
import { boundTexts, checkTexts, type GlyphText } from '../template/check-glyphs.js'
import { checkTemplate } from '../template/check-template.js'
import type { Template } from '../template/template.js'
import { arrangeBook, type BookPlan } from './arrange-book.js'
import type { BookDefinition } from './book-definition.js'
import type { BookEntry, EntryWords } from './book-entry.js'
import { contentsData, coverData } from './front-data.js'

export interface Front {
  /** At least one page. */
  readonly cover: readonly Page[]
  readonly contents: readonly Page[]
}

/**
 * @param book one whose templates `checkFront` found sound
 * @param kind of copy that the forms are: a draft says so on its cover too
 */
export const setFront = (
  book: BookDefinition,
  plan: BookPlan,
  title: string,
  faces: FontBook,
  kind: CopyFacts['kind'] = 'plain',
): Front => {
  const bound = bindFront(book, plan, title)
  const set = (part: keyof Front): readonly Page[] =>
    layoutGrid(bindCopy(bound[part], book[part], { kind, pictures: {} }), faces)
  return { cover: set('cover'), contents: set('contents') }
}

const bindFront = (book: BookDefinition, plan: BookPlan, title: string): Record<keyof Front, BoundGrid> => ({
  cover: bindPages(book.cover, coverData(plan, title), title),
  contents: bindPages(book.contents, contentsData(plan, title), book.contents.title),
})

const bindPages = (template: Template, form: unknown, title: string): BoundGrid =>
  bindTemplate({ template, form, labels: {} }, { title }).grid

/**
 * Before the first record: words that no font can print, or no page can hold, must not be found out when the whole book has
 * been written.
 * @throws FormError of kind `usage`: `character-missing`, `template-invalid`, `heading-unplaceable`
 */
export const checkFront = (book: BookDefinition, title: string, faces: FontBook): void => {
  for (const template of [book.cover, book.contents]) checkTemplate(template)
  // A form without a word shows what is printed for blanks, one with words what is printed around them.
  const plan = arrangeBook([sampleEntry(book, ''), sampleEntry(book, '1')], false)
  const folio = { text: book.folio.content.replaceAll('{page}', '0123456789'), style: book.folio.type, sources: [] }
  refuse([...frontTexts(book, plan, title, NO_PATHS), folio], { form: {}, labels: {} }, faces, 'usage')
  setFront(book, plan, title, faces)
}

const sampleEntry = (book: BookDefinition, words: string): BookEntry => ({
  index: 0,
  code: words,
  name: words,
  title: words,
  year: words,
  fields: Object.fromEntries(Object.keys(book.fields).map((name) => [name, words])),
  pages: [],
})

/** Everything on cover and contents is the caller's or the template's. */
const NO_PATHS: ReadonlyMap<string, string> = new Map()

/**
 * Before a form is written: cover and contents may say of it what its own pages do not print, and so were not checked for.
 * @param data the form as its model reads it
 * @throws FormError: `character-missing` under the form's own paths
 */
export const checkEntry = ({ book, labels, title, faces }: FrontContext, words: EntryWords, data: unknown): void => {
  // Nearly every form has only words that each face of the book prints: then it need not be known where they stand.
  if (checkTexts({ form: {}, labels: {} }, inEveryRole(book, words), faces).length === 0) return
  const plan = arrangeBook([{ ...words, pages: [] }], false)
  refuse(frontTexts(book, plan, title, ownPaths(book)), { form: data, labels }, faces, 'data')
}

const inEveryRole = (book: BookDefinition, { code, name, title, year, fields }: EntryWords): readonly GlyphText[] => {
  const types = [...Object.values(book.cover.type), ...Object.values(book.contents.type)]
  const roles = new Set(types.map(({ role }) => role))
  const text = [code, name, title, year, ...Object.values(fields)].join('\n')
  return [...roles].map((role) => ({ text, sources: [], style: { role } }))
}

interface FrontContext {
  readonly book: BookDefinition
  /** Official labels of the form's fields. */
  readonly labels: FormDefinition['labels']
  readonly title: string
  readonly faces: FontBook
}

/** The paths of the form whose words stand at paths of `BookCover` and `BookContents`, in a book of that one form. */
const ownPaths = ({ department, title, year, fields }: BookDefinition): ReadonlyMap<string, string> =>
  new Map([
    ['departments[0].code', department.code],
    ['departments[0].name', department.name],
    ['departments[0].entries[0].title', title],
    ...(year === undefined ? [] : [['years', year] as const]),
    ...Object.entries(fields).map(([name, path]) => [`departments[0].entries[0].fields.${name}`, path] as const),
  ])

/** The texts of cover and contents, their sources told by the paths of the form. */
const frontTexts = (
  book: BookDefinition,
  plan: BookPlan,
  title: string,
  paths: ReadonlyMap<string, string>,
): readonly GlyphText[] =>
  Object.values(bindFront(book, plan, title))
    .flatMap(boundTexts)
    .map(({ text, style, sources }) => ({ text, style, sources: sources.flatMap((path) => paths.get(path) ?? []) }))

const refuse = (
  texts: readonly GlyphText[],
  source: Parameters<typeof checkTexts>[0],
  faces: FontBook,
  kind: 'usage' | 'data',
): void => {
  const faults = checkTexts(source, texts, faces).filter(({ refuses }) => refuses)
  if (faults.length > 0) throw new FormError(faults, kind)
}
