/** The pages of a form inside a pdfmake document: what such a document cannot hold is refused, never left out in silence. */
import { FormError } from './diagnostics/form-error.js'
import { problem } from './diagnostics/make-problem.js'
import { definePages } from './paint/to-pdfmake.js'

/**
 * The pages as a pdfmake definition: a fresh one, which pdfmake will write into. All pages have the size of the first.
 * The font names are the face ids of the runs; `fontFiles()` has the shipped files for `setFonts`.
 * @param ascent of a face (hhea, in ems), where it is not that of the shipped fonts
 * @throws FormError of kind `usage`: `option-invalid` for pages with a watermark, a QR code or pictures
 */
export const toPdfmake: typeof definePages = (pages, ascent) => {
  const kinds = new Set(pages.flatMap(({ marks = [] }) => marks.map(({ kind }) => kind)))
  if (kinds.size > 0) {
    const facts = { option: 'pages', found: [...kinds].join('、'), reason: 'marked-pages' }
    throw new FormError([problem('option-invalid', '', facts)], 'usage')
  }
  return definePages(pages, ascent)
}
