/** One loop puts every form through every judge: text, boxes, layout, line breaks, as other programs see the PDF. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderForm } from '../../../src/index.js'
import { valueAt } from '../../../src/template/field-path.js'
import { type PerformanceTargetInput, performanceTarget } from '../../../templates/index.js'
import { boxFaults, leastGap } from './box-faults.js'
import { cellFaults, type Printed, streamFaults } from './cell-faults.js'
import type { Variant } from './expected-print.js'
import { mupdfGlyphs, pdfParsePages, popplerPages, popplerWords } from './extract.js'
import { layoutFaults } from './layout-faults.js'
import { needs } from './needs.js'
import { tornTokens } from './torn-tokens.js'

/** More faults than this say nothing more. */
const MOST_SHOWN = 20

export const judgeForm = (name: string, make: () => PerformanceTargetInput, variant: Variant): void => {
  describe(`${name} on ${variant}`, () => {
    let printed: Printed | undefined
    beforeAll(async () => {
      const form = make()
      printed = { ...(await renderForm(performanceTarget, form, { template: variant })), form, variant }
    })
    afterAll(() => {
      printed = undefined
    })
    const one = (): Printed => printed as Printed
    const none = (faults: readonly string[]): void => expect(faults.slice(0, MOST_SHOWN)).toEqual([])

    it('is laid out soundly, its lines broken where they may be', () => {
      const { form, pages } = one()
      const fields = fieldsOf(form, new Set(pages.flatMap(({ cells }) => cells.flatMap(({ path }) => path ?? []))))
      none(layoutFaults(pages, fields))
      none(tornTokens(pages, (path) => fields.get(path)))
    })

    needs('pdftotext')('through Poppler', () => {
      it('comes back cell by cell', () => none(cellFaults(one(), popplerWords(one().pdf))))
      it('comes back in reading order', () => none(streamFaults(one(), popplerPages(one().pdf))))
    })

    needs('mutool')('through MuPDF', () => {
      it('comes back cell by cell, every glyph clear of the others, of the rules and of the page edge', () => {
        const glyphs = mupdfGlyphs(one().pdf)
        none(cellFaults(one(), glyphs))
        none(boxFaults(one(), glyphs))
        if (process.env['MEASURE'])
          console.log(
            name,
            Math.min(...one().pages.map((page, i) => leastGap(page, glyphs[i] ?? []).gap)).toFixed(3),
            'mm',
          )
      })
    })

    it('through pdf-parse comes back in reading order', async () =>
      none(streamFaults(one(), await pdfParsePages(one().pdf))))
  })
}

const SIGNATURE_LABELS: Readonly<Record<string, string>> = {
  'signature.responsible': '负责人：',
  'signature.handler': '经办人：',
  'signature.phone': '联系电话：',
}

/** The text of every field that has a cell, for the line ends it holds. */
const fieldsOf = (form: PerformanceTargetInput, paths: Iterable<string>): ReadonlyMap<string, string> =>
  new Map(
    Array.from(paths, (path): [string, string] => {
      const value = valueAt(form, path)
      const text = `${SIGNATURE_LABELS[path] ?? ''}${typeof value === 'string' ? value : ''}`
      return [path, path === 'department' ? `${form.department.code}-${form.department.name}` : text]
    }),
  )
