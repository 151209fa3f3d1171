import { describe, expect, it } from 'vitest'
import { writeFinding } from '../../src/cli/report.js'
import { diagnostic } from '../../src/diagnostics/diagnostic.js'

describe('a finding on the terminal', () => {
  it('has its hint on a line of its own, and no blank line where there is none', () => {
    expect(writeFinding(diagnostic('own', 'hint', 'a', { message: '不符。', hint: '请核对。' }, '甲'))).toBe(
      '[提示] 甲（a）：不符。\n    请核对。',
    )
    expect(writeFinding(diagnostic('own', 'error', '', { message: '总额不符' }))).toBe('[错误] 总额不符')
  })
})
