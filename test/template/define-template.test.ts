import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FormError, readJson, renderForm } from '../../src/index.js'
import { defineOwnTemplate, defineTemplate, type TemplateOf } from '../../src/template/define-template.js'
import { performanceTarget } from '../../templates/index.js'
import type { PerformanceTarget, PerformanceTargetInput } from '../../templates/performance-target/model.js'
import { yangquan2023 } from '../../templates/performance-target/yangquan-2023.js'

type Sections = TemplateOf<PerformanceTarget>['sections']

const rows = (field: 'projectName' | 'goals.annual'): Sections => [
  { kind: 'rows', rows: [{ cells: [{ columns: [1, 8], content: { field } }] }] },
]

const base = yangquan2023 as unknown as TemplateOf<PerformanceTarget>
const sample = new URL('../../templates/performance-target/samples/11-empty-form.json', import.meta.url)
const blank = readJson(readFileSync(sample)) as PerformanceTargetInput

describe('a template in TypeScript', () => {
  it('does not compile where a field path is none of the form', () => {
    const define = defineTemplate<PerformanceTarget>()
    expect(define({ ...base, sections: rows('goals.annual') }).sections).toHaveLength(1)
    const slip = 'projectNam'
    // @ts-expect-error there is no such field
    define({ ...base, pageHead: { type: 'furniture', content: { field: slip } } })
    // @ts-expect-error a field of a group is relative to the group
    define({ ...base, heading: [{ type: 'title', content: { field: 'level1' } }] })
  })

  it('knows every list that the language can walk: one that may be absent or null, one inside an object', () => {
    interface Item {
      readonly name: string
    }
    interface Group {
      readonly key: string
      readonly items?: readonly Item[] | undefined
      readonly more: { readonly items: readonly Item[] | null }
    }
    type Own = { readonly list: Group[] | null; readonly deep?: { readonly list?: Group[] } | undefined }
    type OwnSections = TemplateOf<Own>['sections']
    const cells = [{ columns: [2, 2], content: { field: 'name' } }] as const
    const rest = {
      kind: 'groups',
      keys: ['key'],
      standard: [],
      head: { cells: [{ columns: [1, 2], content: '名称' }] },
      merged: [{ columns: [1, 1], depth: 1, content: { field: 'key' } }],
    } as const
    const walked: OwnSections = [
      { ...rest, each: 'list', sides: [{ each: 'items', cells }] },
      { ...rest, each: 'deep.list', sides: [{ each: 'more.items', cells }] },
    ]
    expect(walked).toHaveLength(2)
    // @ts-expect-error no list
    const slip: OwnSections = [{ ...rest, each: 'deep', sides: [] }]
    // @ts-expect-error a list of the form, not of the group
    const side: OwnSections = [{ ...rest, each: 'list', sides: [{ each: 'deep.list', cells }] }]
    expect([slip, side]).toHaveLength(2)
  })

  it("of one's own is held against the language when it is used, however it was written", async () => {
    const faultsWith = async (changes: object) => {
      const template = defineOwnTemplate<PerformanceTarget>()({ ...structuredClone(base), ...changes })
      const refused = await renderForm(performanceTarget, blank, { template }).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(FormError)
      return (refused as FormError).diagnostics.map(({ code, facts }) => `${code} ${facts['place']}`)
    }
    const { margin } = base.paper
    expect(await faultsWith({ paper: { ...base.paper, margin: { ...margin, left: -50 } } })).toEqual([
      'template-invalid paper.margin.left',
    ])
    expect(await faultsWith({ inset: { x: Number.NaN, y: 1 } })).toEqual(['template-invalid inset.x'])
    expect(await faultsWith({ sections: [] })).toEqual(['template-invalid sections'])
    expect(await faultsWith({ title: 5 })).toEqual(['template-invalid title'])
    const head = { type: 'furniture', content: { field: 'projectName', format: 'money' } }
    expect((await faultsWith({ pageHead: head }))[0]).toMatch(/^template-invalid pageHead\.content/)
  })

  it('is frozen to the last cell', () => {
    expect(Object.isFrozen(yangquan2023.sections)).toBe(true)
    expect(Object.isFrozen(yangquan2023.sections[0])).toBe(true)
  })
})
