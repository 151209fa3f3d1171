import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { DEFAULT_NAME, fillNameRule, readNameRule } from '../../src/many/file-name.js'
import { nameGiver } from '../../src/many/unique-names.js'

const form = (projectName: string, code = '062', fiscalYear: unknown = 2023) => ({
  department: { code, name: '某局' },
  projectName,
  fiscalYear,
})
const nameOf = (projectName: string, rule = DEFAULT_NAME): string => nameGiver(readNameRule(rule))(form(projectName))
const only = (projectName: string): string => nameOf(projectName, '{projectName}')

describe('file names', () => {
  it('follow the rule', () => {
    expect(nameOf('供热补贴')).toBe('062-供热补贴-2023.pdf')
    expect(nameOf('供热补贴', '目标表 {projectName}（{fiscalYear}）.pdf')).toBe('目标表 供热补贴（2023）.pdf')
  })

  it('leave a mark for what is blank or missing', () => {
    expect(nameGiver(readNameRule(DEFAULT_NAME))({ projectName: 'a', department: { code: '' } })).toBe('_-a-_.pdf')
    expect(nameGiver(readNameRule(DEFAULT_NAME))([])).toBe('_-_-_.pdf')
  })

  it.each([
    ['/ \\ : * ? " < > |', '／ ＼ ： ＊ ？ ＂ ＜ ＞ ｜.pdf'],
    ['../../etc/passwd', '_..／..／etc／passwd.pdf'],
    ['两行\n名称\t与　空格', '两行 名称 与 空格.pdf'],
    ['零\u200b宽\u202e和\u0007控制\ud800', '零 宽和控制.pdf'],
    ['尾点. . .', '尾点.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.txt', '_nul.txt.pdf'],
    ['COM¹', '_COM¹.pdf'],
    ['console', 'console.pdf'],
    ['-rf', '_-rf.pdf'],
    ['.hidden', '_.hidden.pdf'],
    ['   ', '_.pdf'],
    ['e\u0301', '\u00e9.pdf'],
    ['e\u200c\u0301', '\u00e9.pdf'],
  ])('%j', (given, name) => expect(only(given)).toBe(name))

  it('keep within 255 bytes, the code before and the year behind', () => {
    const name = nameOf('长'.repeat(300))
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^062-长{70,}…-2023\.pdf$/)
  })

  it('do not cut a character from its variation selector', () => {
    expect(only(`${'葛\u{e0100}'.repeat(60)}`)).toMatch(/^_?(葛\u{e0100})+…\.pdf$/u)
  })

  it('are told apart, also by case and by composition', () => {
    const give = nameGiver(readNameRule('{projectName}'))
    expect(['a', 'a', 'A', 'a-2', 'é', 'e\u0301', 'ß', 'SS'].map((name) => give(form(name)))).toEqual([
      'a.pdf',
      'a-2.pdf',
      'A-3.pdf',
      'a-2-2.pdf',
      'é.pdf',
      'é-2.pdf',
      'ß.pdf',
      'SS-2.pdf',
    ])
  })

  it('are told apart where a file system takes them for one: capital ẞ, and variation selectors', () => {
    const give = nameGiver(readNameRule('{projectName}'))
    const names = ['stra\u1e9ee', 'straße', 'STRASSE', '葛', '葛\u{e0100}', '葛\ufe00'].map((name) => give(form(name)))
    expect(names).toEqual([
      'stra\u1e9ee.pdf',
      'straße-2.pdf',
      'STRASSE-3.pdf',
      '葛.pdf',
      '葛\u{e0100}-2.pdf',
      '葛\ufe00-3.pdf',
    ])
  })

  it('are composed over the edge of two fields as well', () => {
    const name = nameGiver(readNameRule('{department.code}{projectName}'))(form('\u0301', 'e'))
    expect(name).toBe('é.pdf')
  })

  it('are told apart when they are cut', () => {
    const give = nameGiver(readNameRule(DEFAULT_NAME))
    const names = ['甲', '乙', '丙'].map((end) => give(form('长'.repeat(300) + end)))
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
  })

  it('are safe whatever the data and the rule', () => {
    const rules = ['{projectName}', DEFAULT_NAME, '{projectName}{projectName}', `${'前'.repeat(40)}{projectName}`]
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...rules), (text, rule) => {
        const name = `${fillNameRule(readNameRule(rule), form(text), 14)}.pdf`
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
        expect(name).not.toMatch(/[\u0000-\u001f/\\:*?"<>|]|^[.\-~ ]|[. ]\.pdf$|^(con|prn|aux|nul|com\d|lpt\d)\./iu)
        expect(name).not.toMatch(/\p{Cs}/u)
        expect(name).toBe(name.normalize('NFC'))
      }),
    )
  })

  it.each(['', '{', 'a}', '{}', 'a/{b}', '..\\x'])('refuse the rule %j', (rule) => {
    expect(refusedAs(rule)).toBe('not-name-rule')
  })

  // A colon becomes a full-width one of three bytes; of a field the cut mark stays, of three bytes as well.
  it.each([
    [`{projectName}${':'.repeat(52)}`, `{projectName}${':'.repeat(53)}`],
    ['{projectName}'.repeat(53), '{projectName}'.repeat(54)],
    ['a'.repeat(160), 'a'.repeat(161)],
  ])('are filled by a rule as long as may be, and refuse a longer one: %j', (longest, longer) => {
    const name = nameOf('长'.repeat(300), longest)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(refusedAs(longer)).toBe('name-rule-too-long')
  })

  it('are never cut without end: a rule that nobody has read is an error of ours', () => {
    expect(() => fillNameRule([{ kind: 'words', text: 'a'.repeat(300) }], {}, 14)).toThrow('no field gives way')
    const rule = [{ kind: 'field', path: 'projectName' } as const, { kind: 'words', text: 'a'.repeat(300) } as const]
    expect(() => fillNameRule(rule, form('长'), 14)).toThrow('no field gives way')
  })
})

const refusedAs = (rule: string): unknown => {
  try {
    readNameRule(rule)
  } catch (error) {
    return error instanceof FormError ? error.diagnostics[0]?.facts['reason'] : error
  }
  return undefined
}
