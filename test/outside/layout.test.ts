/** The layout as plain data: closed cells, centred labels, legal line breaks, with the real fonts, on forms nobody would write. */
import { describe, expect, it } from 'vitest'
import { layoutForm } from '../../src/index.js'
import { valueAt } from '../../src/template/field-path.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'
import { VARIANTS } from '../support/outside/expected-print.js'
import { HOSTILE_FORMS, readSample, SAMPLE_FILES } from '../support/outside/hostile-forms.js'
import { layoutFaults } from '../support/outside/layout-faults.js'
import { tornTokens } from '../support/outside/torn-tokens.js'

const sources: readonly (readonly [name: string, make: () => PerformanceTargetInput])[] = [
  ...SAMPLE_FILES.map((name) => [`sample ${name}`, () => readSample(name)] as const),
  ...Object.entries(HOSTILE_FORMS),
]

/** The text of every field that has a cell, for the line ends it holds. */
const fieldsOf = (form: PerformanceTargetInput, paths: Iterable<string>): ReadonlyMap<string, string> =>
  new Map(
    Array.from(paths, (path): [string, string] => {
      const value = valueAt(form, path)
      const label =
        { 'signature.responsible': '负责人：', 'signature.handler': '经办人：', 'signature.phone': '联系电话：' }[
          path
        ] ?? ''
      return [
        path,
        path === 'department'
          ? `${form.department.code}-${form.department.name}`
          : `${label}${typeof value === 'string' ? value : ''}`,
      ]
    }),
  )

describe.each(sources)('%s', (_, make) => {
  it.each(VARIANTS)('is laid out soundly on %s', async (template) => {
    const form = make()
    const { pages } = await layoutForm(performanceTarget, form, { template })
    const paths = pages.flatMap(({ cells }) => cells.flatMap(({ path }) => path ?? []))
    const fields = fieldsOf(form, new Set(paths))
    expect(layoutFaults(pages, fields).slice(0, 20)).toEqual([])
    expect(tornTokens(pages, (path) => fields.get(path)).slice(0, 20)).toEqual([])
  })
})
