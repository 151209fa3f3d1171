import { describe, expect, it } from 'vitest'
import { defineTemplate, type TemplateOf } from '../../src/template/define-template.js'
import type { PerformanceTarget } from '../../templates/performance-target/model.js'
import { yangquan2023 } from '../../templates/performance-target/yangquan-2023.js'

type Sections = TemplateOf<PerformanceTarget>['sections']

const rows = (field: 'projectName' | 'goals.annual'): Sections => [
  { kind: 'rows', rows: [{ cells: [{ columns: [1, 8], content: { field } }] }] },
]

describe('a template in TypeScript', () => {
  it('does not compile where a field path is none of the form', () => {
    const define = defineTemplate<PerformanceTarget>()
    const base = yangquan2023 as unknown as TemplateOf<PerformanceTarget>
    expect(define({ ...base, sections: rows('goals.annual') }).sections).toHaveLength(1)
    const slip = 'projectNam'
    // @ts-expect-error there is no such field
    define({ ...base, pageHead: { type: 'furniture', content: { field: slip } } })
    // @ts-expect-error a field of a group is relative to the group
    define({ ...base, heading: [{ type: 'title', content: { field: 'level1' } }] })
  })

  it('is frozen to the last cell', () => {
    expect(Object.isFrozen(yangquan2023.sections)).toBe(true)
    expect(Object.isFrozen(yangquan2023.sections[0])).toBe(true)
  })
})
