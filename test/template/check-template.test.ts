import { describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { checkTemplate } from '../../src/template/check-template.js'
import { forms } from '../../templates/index.js'
import { yangquan2023 } from '../../templates/performance-target/yangquan-2023.js'

const faultsOf = (template: unknown): readonly string[] => {
  try {
    checkTemplate(template)
    return []
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    expect(error.kind).toBe('usage')
    return error.diagnostics.map(({ facts }) => `${facts['place']}: ${facts['reason']}`)
  }
}

type Cell = { type?: string }

const copy = () => JSON.parse(JSON.stringify(yangquan2023))

describe('a template', () => {
  it.each(forms.flatMap((form) => Object.values(form.templates)).map((template) => [template.id, template] as const))(
    '%s is sound',
    (_, template) => {
      expect(faultsOf(template)).toEqual([])
      expect(faultsOf(JSON.parse(JSON.stringify(template)))).toEqual([])
    },
  )

  it('that is no template is refused with the place', () => {
    expect(faultsOf(undefined).length).toBe(1)
    expect(faultsOf({ ...copy(), columns: 'wide' })[0]).toBe('columns: 类型不对，应为array')
    expect(faultsOf({ ...copy(), colour: 'red' })[0]).toContain('colour')
  })

  it.each<[string, (template: ReturnType<typeof copy>) => void, string]>([
    [
      'an unknown format',
      ({ sections }) => (sections[0].rows[0].cells[1].content = [{ field: 'projectName', format: 'money' }]),
      'sections[0].rows[0].cells[1].content[0].format: 应为text、yuan、wanYuan、years、date之一',
    ],
    [
      'an unknown format of a single field',
      ({ sections }) => (sections[0].rows[0].cells[1].content = { field: 'projectName', format: 'money' }),
      'sections[0].rows[0].cells[1].content.format: 应为text、yuan、wanYuan、years、date之一',
    ],
    [
      'a content that is a number',
      ({ sections }) => (sections[0].rows[0].cells[1].content = 5),
      'sections[0].rows[0].cells[1].content: 类型不对，应为string、object、array之一',
    ],
    [
      'an unknown kind of section',
      ({ sections }) => (sections[0].kind = 'table'),
      'sections[0].kind: 应为rows、groups之一',
    ],
    ['an unknown line', ({ heading }) => (heading[0].role = 'head'), 'heading[0].role: 应为title、subtitle之一'],
    ['a column without width', ({ columns }) => (columns[0] = 0), 'columns[0]: 太小，应大于0'],
    [
      'a cell of one number',
      ({ sections }) => (sections[0].rows[0].cells[0].columns = [1]),
      'sections[0].rows[0].cells[0].columns: 至少应有2项',
    ],
    ['no rows', ({ sections }) => (sections[0].rows = []), 'sections[0].rows: 至少应有1项'],
    ['an empty name', (template) => (template.id = ''), 'id: 至少应有1个字'],
    ['a proof without the code', ({ proof }) => (proof.content = '验证码'), 'proof.content: 应含有“{code}”'],
  ])('with %s is told what would be right, at the very word', (_, change, fault) => {
    const template = copy()
    change(template)
    expect(faultsOf(template)).toEqual([fault])
  })

  it('whose cells overlap or leave a hole is refused', () => {
    const template = copy()
    template.sections[0].rows[0].cells[1].columns = [3, 7]
    expect(faultsOf(template)).toEqual([
      'sections[0].rows[0]: 第3列有重叠的单元格',
      'sections[0].rows[0]: 第8列没有单元格',
    ])
  })

  it('that names a column it does not have is refused', () => {
    const template = copy()
    template.sections[0].rows[0].cells[1].columns = [4, 9]
    expect(faultsOf(template)).toEqual(['sections[0].rows[0]: 列号4–9超出1–8'])
  })

  it('whose merged cell leaves its section is refused', () => {
    const template = copy()
    template.sections[0].rows[3].cells[0].rows = 7
    expect(faultsOf(template)[0]).toContain('合并的行数超出本节')
  })

  it('that sets type smaller than its own floor, or lines closer than the type, is refused', () => {
    const template = copy()
    template.type.body = { role: 'song', size: 7, lineHeight: 6 }
    expect(faultsOf(template)).toEqual([
      'type.body.size: 小于最小字号7.5磅',
      'type.body.lineHeight: 行高小于字号，各行会重叠',
    ])
  })

  it('that names a type style it does not define is refused', () => {
    const template = copy()
    template.heading[0].type = 'banner'
    expect(faultsOf(template)).toEqual(['type.banner: 没有定义这种字样'])
  })

  it('that names such a style in any of its cells, the label of a whole section too, is refused', () => {
    const cellsOf = (value: unknown): readonly Cell[] => {
      if (typeof value !== 'object' || value === null) return []
      const inner = Object.values(value).flatMap(cellsOf)
      return 'columns' in value && !('cells' in value) && !('sections' in value) ? [value as Cell, ...inner] : inner
    }
    const template = copy()
    const cells = cellsOf(template)
    expect(cells.length).toBeGreaterThan(50)
    for (const cell of cells) {
      cell.type = 'banner'
      expect(faultsOf(template)).toEqual(['type.banner: 没有定义这种字样'])
      delete cell.type
    }
  })

  it('whose title line has other words than its title is refused: they would not be printed', () => {
    const template = copy()
    expect(faultsOf({ ...template, heading: [{ role: 'title', type: 'title' }] })).toEqual([])
    expect(faultsOf({ ...template, heading: [{ role: 'title', type: 'title', content: template.title }] })).toEqual([])
    expect(faultsOf({ ...template, heading: [{ role: 'title', type: 'title', content: '另一个标题' }] })).toEqual([
      'heading[0].content: 标题行印的是title，这里的文字不会印出',
    ])
    expect(faultsOf({ ...template, heading: [{ type: 'subtitle' }] })).toHaveLength(1)
    expect(faultsOf({ ...template, heading: [{ type: 'subtitle', content: '副标题' }] })).toEqual([])
  })

  it('whose column heads say where they break is refused: they stand whole on every page', () => {
    const template = copy()
    const groups = template.sections.findIndex((section: { kind: string }) => section.kind === 'groups')
    template.sections[groups].head.breakInside = 'auto'
    expect(faultsOf(template)).toEqual([`sections[${groups}].head: 没有这样的项：breakInside`])
  })

  it('wider than its paper is refused', () => {
    expect(faultsOf({ ...copy(), columns: [...yangquan2023.columns.slice(0, -1), 40] })[0]).toContain('超过版心182毫米')
  })

  it('whose signature line is wider than its paper, or has a column that the insets fill, is refused', () => {
    const { signing: _, ...template } = copy()
    const columns = template.signature.columns.map((width: number) => 2 * width)
    expect(faultsOf({ ...template, signature: { ...template.signature, columns } })).toEqual([
      'signature.columns: 各列共宽364毫米，超过版心182毫米',
    ])
    expect(
      faultsOf({ ...template, signature: { ...template.signature, columns: [39, 3, 39, 3, 45, 3, 1.8] } }),
    ).toEqual(['signature.columns[6]: 列宽不大于两侧留白'])
  })

  it('with a row, or a space before the signature line, that is higher than a page is refused', () => {
    const template = copy()
    const groups = template.sections.findIndex((section: { kind: string }) => section.kind === 'groups')
    template.sections[0].rows[1].minHeight = 266
    expect(faultsOf(template)).toEqual([])
    template.sections[0].rows[1].minHeight = 266.1
    template.sections[groups].head.minHeight = 300
    template.sections[groups].minHeight = 400
    template.signature.before = 500
    expect(faultsOf(template)).toEqual([
      'sections[0].rows[1].minHeight: 266.1毫米，高于版心266毫米',
      `sections[${groups}].head.minHeight: 300毫米，高于版心266毫米`,
      `sections[${groups}].minHeight: 400毫米，高于版心266毫米`,
      'signature.before: 500毫米，高于版心266毫米',
    ])
  })

  it('whose margins do not hold page head and page foot is refused', () => {
    const withMargin = (changes: object, rest: object = {}) => {
      const template = copy()
      const paper = { ...template.paper, margin: { ...template.paper.margin, ...changes } }
      return faultsOf({ ...template, paper, ...rest })
    }
    expect(withMargin({ bottom: 1 })).toEqual(['paper.margin.bottom: 放不下页脚，至少应为5.6毫米'])
    expect(withMargin({ top: 5.5 })).toEqual(['paper.margin.top: 放不下页眉，至少应为5.6毫米'])
    expect(withMargin({ top: 5.6, bottom: 5.6 })).toEqual([])
    expect(withMargin({ top: 0, bottom: 0 }, { pageHead: undefined, pageFoot: undefined })).toEqual([])
  })

  it('whose lower margin in copies does not hold page number and verification code is refused', () => {
    const template = copy()
    template.type.tall = { role: 'song', size: 40, lineHeight: 45 }
    expect(faultsOf({ ...template, proof: { ...template.proof, type: 'tall' } })).toEqual([
      'proof.bottom: 放不下页脚和验证码',
    ])
  })
})
