/** Cover and contents on pages, through the same template language and layout as every form. */
import { FormError } from '../diagnostics/form-error.js'
import type { FontBook } from '../fonts/face.js'
import { layoutGrid } from '../layout/layout-grid.js'
import type { Page } from '../layout/page.js'
import { bindTemplate } from '../template/bind-template.js'
import { checkGlyphs } from '../template/check-glyphs.js'
import { checkTemplate } from '../template/check-template.js'
import type { Template } from '../template/template.js'
import type { BookPlan } from './arrange-book.js'
import type { BookDefinition } from './book-definition.js'
import { contentsData, coverData } from './front-data.js'

export interface Front {
  /** At least one page. */
  readonly cover: readonly Page[]
  readonly contents: readonly Page[]
}

export const setFront = (book: BookDefinition, plan: BookPlan, title: string, faces: FontBook): Front => ({
  cover: setPages(book.cover, coverData(plan, title), title, faces),
  contents: setPages(book.contents, contentsData(plan, title), book.contents.title, faces),
})

const setPages = (template: Template, form: unknown, title: string, faces: FontBook): readonly Page[] =>
  layoutGrid(bindTemplate({ template: checkTemplate(template), form, labels: {} }, { title }).grid, faces)

/**
 * Before the first record: a title that no font can print must not be found out when the whole book has been written.
 * @throws FormError of kind `usage`: `character-missing`, `template-invalid`
 */
export const checkFront = (book: BookDefinition, title: string, faces: FontBook): void => {
  const empty: BookPlan = { departments: [], formCount: 0, pageCount: 0 }
  const cover = { template: checkTemplate(book.cover), form: coverData(empty, title), labels: {} }
  checkTemplate(book.contents)
  const faults = checkGlyphs(cover, bindTemplate(cover, { title }).grid, faces).filter(({ refuses }) => refuses)
  if (faults.length > 0) throw new FormError(faults, 'usage')
}
