import { describe, expect, it } from 'vitest'
import { describeDiagnostic } from '../../src/diagnostics/describe-diagnostic.js'
import { diagnostic } from '../../src/diagnostics/diagnostic.js'
import type { Entry } from '../../src/diagnostics/entry.js'
import { FormError } from '../../src/diagnostics/form-error.js'
import { problem } from '../../src/diagnostics/make-problem.js'
import { en } from '../../src/diagnostics/messages.en.js'
import { zhCN } from '../../src/diagnostics/messages.zh-CN.js'

const chinese: Readonly<Record<string, Entry>> = zhCN
const english: Readonly<Record<string, Entry>> = en
const factsOf = ({ message, hint }: Entry): string[] =>
  [...new Set(Array.from(`${message} ${hint}`.matchAll(/\{(\w+)\}/g), ([, name = '']) => name))].sort()

describe('the catalogues', () => {
  it('have the same codes', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
  })

  it.each(Object.keys(chinese))(
    '%s: speaks of the same facts in both languages, in whole sentences, with a hint',
    (key) => {
      const [zh, other] = [chinese[key], english[key]]
      expect(zh && other && factsOf(other)).toEqual(zh && factsOf(zh))
      expect(zh?.message).toMatch(/。$/)
      expect(zh?.hint).not.toBe('')
      expect(other?.message).toMatch(/\.$/)
      expect(other?.hint).not.toBe('')
    },
  )

  it('name codes in kebab-case', () => {
    for (const key of Object.keys(chinese)) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/)
  })
})

describe('describeDiagnostic', () => {
  const finding = problem(
    'money-annual-exceeds',
    'funding.annual.total',
    { annual: '2', period: '1.50' },
    '年度资金总额',
  )

  it('says what, where and what to do', () => {
    expect(describeDiagnostic(finding)).toEqual({
      label: '年度资金总额',
      message: '年度资金总额（funding.annual.total）：年度金额2元大于实施期金额1.50元。',
      hint: '年度资金不能超过实施期资金，请核对。',
    })
    expect(describeDiagnostic(finding, 'en').message).toBe(
      '年度资金总额 (funding.annual.total): The annual amount, 2 yuan, is more than that of the whole period, 1.50 yuan.',
    )
  })

  it('takes severity and variant from the key', () => {
    expect(finding).toMatchObject({ code: 'money-annual-exceeds', severity: 'error', refuses: false })
    expect(problem('money-format/unit', 'funding', { found: '1万元' })).toMatchObject({
      code: 'money-format',
      severity: 'error',
      refuses: true,
      facts: { variant: 'unit', found: '1万元' },
    })
  })

  it('falls back to the code’s own words for a variant without words', () => {
    const refused = {
      ...problem('font-refused', '', { file: 'a.ttf', reason: '是可变字体' }),
      facts: { file: 'a.ttf', reason: '是可变字体', variant: 'variable' },
    }
    expect(describeDiagnostic(refused).message).toBe('字体文件a.ttf不能使用：是可变字体。')
  })

  it('describes codes of others by their own words', () => {
    const own = diagnostic('my-rule', 'warning', 'a', { message: '不对。', hint: '改。' })
    expect(describeDiagnostic(own)).toEqual({ label: '', message: 'a：不对。', hint: '改。' })
    expect(describeDiagnostic(diagnostic('my-rule', 'hint', '', {})).message).toBe('my-rule')
  })

  it('says a finding’s own words first, whatever its code', () => {
    const own = diagnostic('placeholder', 'warning', 'a', { message: '还缺{count}项。', count: 2 }, '甲')
    expect(describeDiagnostic(own)).toEqual({ label: '甲', message: '甲（a）：还缺2项。', hint: '' })
    expect(describeDiagnostic(own, 'en')).toMatchObject({ message: '甲 (a): 还缺2项。', hint: '' })
    expect(new FormError([own]).message).toBe('甲（a）：还缺2项。')
    const long = diagnostic('x', 'hint', '', { message: `\u001b${'长'.repeat(300)}` })
    expect(describeDiagnostic(long).message).toBe(`U+001B${'长'.repeat(300)}`)
  })

  it('shows hostile facts on one line, with nothing invisible, and not too long', () => {
    const nasty = problem('form-unknown', 'form', {
      found: `a\u001b[31m\n\u202e\ud800${'长'.repeat(500)}`,
      forms: ['b'],
    })
    const { message } = describeDiagnostic(nasty)
    expect(message).toMatch(/^form：没有“aU\+001B\[31mU\+000AU\+202EU\+D800长+……”这种表。$/)
    expect(message.length).toBeLessThan(180)
  })
})

describe('FormError', () => {
  it('holds all diagnostics and says them in both languages', () => {
    const error = new FormError([problem('missing-key', 'signature.phone', { key: 'phone' }, '联系电话')])
    expect(error).toBeInstanceOf(Error)
    expect(error.kind).toBe('data')
    expect(error.message).toBe(
      '联系电话（signature.phone）：缺少“phone”。请补上这一项；空白的文字写""，空白的金额、日期写null。\n' +
        '  联系电话 (signature.phone): "phone" is missing. Add it; blank text is "", a blank amount or date is null.',
    )
  })

  it('lists the first twenty and counts the rest', () => {
    const error = new FormError(
      Array.from({ length: 25 }, () => problem('required', 'plan', {})),
      'usage',
    )
    expect(error.diagnostics).toHaveLength(25)
    expect(error.message).toContain('另有5处问题 (5 more)')
    expect(error.kind).toBe('usage')
  })
})

describe('reasons', () => {
  it('have words in both languages', () => {
    const finding = problem('file-unreadable', '', { file: 'a.json', reason: 'ENOENT' })
    expect(describeDiagnostic(finding).message).toBe('文件a.json无法读取：文件或目录不存在。')
    expect(describeDiagnostic(finding, 'en').message).toContain('no such file or folder')
  })
})
