/** Data files that are not what they should be: each is refused in words, and nothing is written. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectRefusedFile, expectSeemly, type Refusal } from '../support/outside/expect-refused.js'
import { inFolder, jixiao } from '../support/outside/run-cli.js'

const text = readFileSync(
  new URL('../../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url),
  'utf8',
)

// biome-ignore lint/suspicious/noExplicitAny: data that is made wrong on purpose has no type.
type Json = Record<string, any>

/** The sample with something changed. */
const changed = (change: (form: Json) => void): string => {
  const form = JSON.parse(text) as Json
  change(form)
  return JSON.stringify(form)
}

/** The sample's text with the amount of the period replaced by raw JSON. */
const amount = (json: string): string => text.replace('22900000', json)

/** The sample with something behind the first words of the project name, as JSON writes it. */
const named = (json: string): string => text.replace('小升规”及', `小升规${json}”及`)

const utf16 = (little: boolean, mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return little ? bytes : bytes.swap16()
}

const LONG = 100_001

const refused: readonly (readonly [name: string, content: string | Uint8Array, says: Refusal['says']])[] = [
  // No JSON.
  ['words', 'hello', ['第1行第1列', 'hello']],
  ['nothing', '', ['空']],
  ['blanks', ' \n\t', ['空']],
  ['a byte order mark alone', '\ufeff', ['空']],
  ['half a file', text.slice(0, 500), ['中断']],
  ['two documents', `${text}{}`, ['结束之后']],
  ['a comment', `// c\n${text}`, ['注释']],
  ['a comma too many', text.replace(/\}\s*$/, ',}'), ['逗号']],
  ['full-width marks', text.replace('"projectName":', '“projectName”：'), ['全角']],
  ['single quotes', "{'form': 1}", ['单引号']],
  ['keys without quotes', '{form: 1}', ['双引号']],
  ['a broken escape', named('\\x'), ['转义', String.raw`\x`]],
  ['a raw line end in text', named('\n'), [/项目名称（projectName）：.*控制字符U\+000A/]],
  // Encodings.
  ['UTF-16 LE with a mark', utf16(true, true), ['UTF-16']],
  ['UTF-16 BE without', utf16(false, false), ['UTF-16']],
  [
    'GBK',
    Buffer.concat([
      Buffer.from('{\n"form": "'),
      Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0xd6, 0xa7, 0xb3, 0xf6]),
      Buffer.from('"}'),
    ]),
    ['GBK', '第2行'],
  ],
  [
    'bytes of no encoding',
    Buffer.concat([Buffer.from('{\n"form": "'), Buffer.from([0xff, 0xc0, 0x20, 0xff]), Buffer.from('"}')]),
    ['UTF-8', '第2行'],
  ],
  // Keys.
  [
    'a duplicate key',
    text.replace('"projectName"', '"projectName": "a", "projectName"'),
    ['projectName', '重复', '第4行'],
  ],
  [
    'a duplicate key far inside',
    text.replace('"level1"', '"level1": "a", "level1"'),
    [/indicators\[0\]\.level1/, '重复'],
  ],
  [
    'missing keys',
    changed((form) => {
      delete form['projectName']
      delete form['funding'].annual.other
      delete form['indicators'][0].annual[0].value
    }),
    [
      /项目名称（projectName）/,
      /年度其他资金（funding\.annual\.other）/,
      /indicators\[0\]\.annual\[0\]\.value/,
      '缺少',
    ],
  ],
  [
    'unknown keys',
    changed((form) => {
      form['projectname'] = ''
      form['联系电话'] = ''
      form['constructor'] = 1
      form['funding'].annual.centrl = 0
    }),
    [/没有“projectname”.*\n.*“projectName”/, '联系电话', 'constructor', /funding\.annual\.centrl.*\n.*“central”/],
  ],
  ['__proto__', text.replace('"form"', '"__proto__": { "form": "performance-target" }, "form"'), ['__proto__']],
  ['__proto__ far inside', text.replace('"level1"', '"__proto__": {}, "level1"'), [/indicators\[0\]\.__proto__/]],
  // Shapes.
  ['null', 'null', ['花括号']],
  ['a list', '[]', ['花括号']],
  ['a number', '5', ['花括号']],
  [
    'wrong types',
    changed((form) =>
      Object.assign(form, {
        projectName: 5,
        indicators: 'x',
        signature: [],
        fiscalYear: '2023',
        goals: null,
        overview: {},
        projectNature: 'often',
        projectPeriodYears: 1.5,
      }),
    ),
    [
      /项目名称（projectName）/,
      /绩效指标（indicators）/,
      /signature/,
      /预算年度（fiscalYear）/,
      /goals/,
      /项目概况（overview）/,
      /项目属性（projectNature）/,
      /项目期（projectPeriodYears）/,
    ],
  ],
  ['lists in lists without end', '['.repeat(100_000), ['嵌套']],
  ['objects in objects without end', '{"a":'.repeat(50_000), ['嵌套']],
  [
    'a nest inside a field',
    text.replace('"overview":', `"overview": ${'['.repeat(80)}${']'.repeat(80)}, "x":`),
    ['嵌套'],
  ],
  [
    'another form',
    changed((form) => {
      form['form'] = 'nonesuch'
    }),
    [/form/, 'nonesuch', 'performance-target'],
  ],
  [
    'a form of a wrong type',
    changed((form) => {
      form['form'] = 5
    }),
    [/form/],
  ],
  [
    'no form',
    changed((form) => {
      delete form['form']
    }),
    [/form/, '缺少'],
  ],
  [
    'a newer format',
    changed((form) => {
      form['formatVersion'] = 2
    }),
    [/formatVersion/, '2'],
  ],
  [
    'an unknown template',
    changed((form) => {
      form['template'] = 'nonesuch'
    }),
    [/template/, 'nonesuch', 'yangquan-2023'],
  ],
  [
    'a template of a wrong type',
    changed((form) => {
      form['template'] = 3
    }),
    [/版式（template）/],
  ],
  [
    'a template named like a method',
    changed((form) => {
      form['template'] = 'toString'
    }),
    ['toString', 'yangquan-2023'],
  ],
  // Amounts.
  ['NaN', amount('NaN'), ['NaN']],
  ['Infinity', amount('-Infinity'), ['Infinity']],
  [
    'amounts of every wrong kind',
    changed((form) => {
      Object.assign(form['funding'].implementation, {
        total: '@1e400',
        central: '@22900000.123456789012',
        municipal: '@1e999999999',
      })
      Object.assign(form['funding'].annual, { total: '@-22900000', central: '@1234567890123456' })
    }).replace(/"@([^"]+)"/g, '$1'),
    [
      /实施期资金总额（funding\.implementation\.total）.*1e400/,
      /实施期中央财政资金（funding\.implementation\.central）.*12位小数/,
      /funding\.implementation\.municipal/,
      /年度资金总额（funding\.annual\.total）.*负/,
      /年度中央财政资金（funding\.annual\.central）.*16位/,
    ],
  ],
  ['nine million digits', amount('1'.repeat(9_000_000)), [/funding\.implementation\.total/, '位数字']],
  [
    'words for amounts',
    changed((form) =>
      Object.assign(form['funding'].annual, {
        total: 'NaN',
        central: '1e400',
        provincial: '１２３',
        municipal: '1,234',
        selfRaised: '5万元',
      }),
    ),
    [
      /funding\.annual\.total/,
      /funding\.annual\.central/,
      /funding\.annual\.provincial/,
      /funding\.annual\.municipal/,
      /funding\.annual\.selfRaised/,
    ],
  ],
  // Texts.
  [
    '100,001 characters',
    changed((form) => {
      form['overview'] = '长'.repeat(LONG)
    }),
    [/项目概况（overview）/, '100001', '100000'],
  ],
  [
    '100,001 characters of four bytes',
    changed((form) => {
      form['goals'].annual = '𠮷'.repeat(LONG)
    }),
    [/goals\.annual/, '100001'],
  ],
  ['more than 10 MB', `{"overview":"${'x'.repeat(10_000_001)}"}`, ['10 MB']],
  ['a lone high surrogate', named('\\ud800'), [/项目名称（projectName）/, /第5个字/, /U\+D800/]],
  ['a lone surrogate in a key', text.replace('"overview"', '"over\\ud800view"'), [/U\+D800/]],
  ['NUL as it is', named('\u0000'), [/U\+0000/]],
  [
    'controls and other characters with no place on paper',
    changed((form) => {
      Object.assign(form, {
        projectName: '甲\u0000',
        overview: '甲乙\u001b[31m',
        basis: '\u0080',
        necessity: '\u007f',
        safeguards: '\uffff',
        plan: '\udc00x',
      })
      form['indicators'][0].annual[0].name = '\u000b'
    }),
    [
      /项目名称（projectName）：第2个字.*U\+0000/,
      /项目概况（overview）：第3个字.*U\+001B/,
      /basis.*U\+0080/,
      /necessity.*U\+007F/,
      /safeguards.*U\+FFFF/,
      /plan.*U\+DC00/,
      /indicators\[0\]\.annual\[0\]\.name.*U\+000B/,
    ],
  ],
  [
    'characters that no font has',
    changed((form) => {
      Object.assign(form, {
        projectName: '甲😀👨‍👩‍👧',
        overview: '🇨🇳',
        basis: '甲\u{e0041}',
        necessity: '\ue000',
        safeguards: 'مرحبا',
        plan: '\u3164',
      })
      form['indicators'][1].annual[0].name = 'ꀀ'
      form['signature'].phone = '☎️🤙'
    }),
    [
      /项目名称（projectName）.*U\+1F600.*U\+1F468/,
      /overview.*U\+1F1E8/,
      /basis.*U\+E0041/,
      /necessity.*U\+E000/,
      /safeguards.*U\+0645/,
      /plan.*U\+3164/,
      /indicators\[1\]\.annual\[0\]\.name/,
      /signature\.phone.*U\+1F919/,
    ],
  ],
  // Dates.
  [
    'a day that does not exist',
    changed((form) => {
      form['signature'].filledAt = '2023-02-30'
    }),
    [/填报日期（signature\.filledAt）/, '2023-02-30'],
  ],
  [
    'no date',
    changed((form) => {
      form['signature'].filledAt = 'soon'
    }),
    [/signature\.filledAt/, 'soon'],
  ],
]

describe('a data file of', () => {
  it.concurrent.each(refused)('%s is refused', (_, content, says) => expectRefusedFile(content, { code: 1, says }))

  it.concurrent('20,000 faulty groups is refused with every fault, quickly', () =>
    inFolder(async (cwd) => {
      writeFileSync(
        join(cwd, 'form.json'),
        changed((form) => {
          form['indicators'] = Array.from({ length: 20_000 }, () => ({
            level1: 1,
            level2: 2,
            implementation: 3,
            annual: 4,
          }))
        }),
      )
      const ran = await jixiao(['check', 'form.json'], { cwd })
      expectSeemly(ran)
      expect(ran.code).toBe(1)
      expect(ran.stdout).toMatch(/indicators\[0\]\.level1/)
    }))

  it.concurrent('100,000 unknown keys is refused within seconds', () =>
    inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'form.json'), `{${Array.from({ length: 100_000 }, (_, i) => `"key${i}": 1`).join(',')}}`)
      const start = performance.now()
      const ran = await jixiao(['render', 'form.json'], { cwd })
      expectSeemly(ran)
      expect(ran.code).toBe(1)
      expect(performance.now() - start).toBeLessThan(10_000)
    }))

  it.concurrent('100,000 duplicate keys is refused', () =>
    expectRefusedFile(`{${'"k": 1,'.repeat(100_000)} "k": 1}`, { code: 1, says: ['重复'] }))
})

describe('the path of the field', () => {
  const inFields: readonly (readonly [name: string, content: string])[] = [
    ['NaN as amount', amount('NaN')],
    ['a raw control character', text.replace('积极促进', '积\u0007极')],
    ['a broken escape', text.replace('"necessity": "', '"necessity": "\\q')],
  ]
  it.concurrent.each(inFields)('stands in the message also for a fault of JSON: %s', async (_, content) => {
    await expectRefusedFile(content, { code: 1, says: [/funding\.implementation\.total|necessity/] })
  })
})

describe('what is no fault', () => {
  it.concurrent('is a UTF-8 byte order mark', () => prints(`\ufeff${text}`))
  it.concurrent('is 100,000 characters in a field', () =>
    prints(
      changed((form) => {
        form['overview'] = '长'.repeat(100_000)
      }),
    ))
  it.concurrent('is a variation selector without a shape', () => prints(named('\\udb40\\udd01'), /异体字形|U\+E0101/))
  it.concurrent('are bidi marks and other marks that print nothing, with a warning', () =>
    prints(named('\\u202e\\u200f\\u2066\\u200b\\u00ad'), /项目名称（projectName）：.*U\+202E.*U\+200B/))
  it.concurrent('are amounts as 1e6, 1.50 and "1.50"', () => prints(amount('229e5')))
  it.concurrent('are the findings of the checks', () =>
    prints(amount('0'), /\[错误\] .*funding\.implementation\.total/))
})

const prints = (content: string, says?: RegExp): Promise<void> =>
  inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'form.json'), content)
    const ran = await jixiao(['render', 'form.json'], { cwd })
    expectSeemly(ran)
    expect(ran.code).toBe(0)
    expect(readFileSync(join(cwd, 'form.pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7')
    if (says) expect(ran.stderr).toMatch(says)
  })
