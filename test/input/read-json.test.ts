import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeDiagnostic } from '../../src/diagnostics/describe-diagnostic.js'
import { FormError } from '../../src/diagnostics/form-error.js'
import { isNumberLiteral, numberSource } from '../../src/input/number-literal.js'
import { readJson } from '../../src/input/read-json.js'

const failure = (input: Uint8Array | string): FormError => {
  try {
    readJson(input)
  } catch (error) {
    if (error instanceof FormError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const words = (input: Uint8Array | string): string[] =>
  failure(input).diagnostics.map((one) => {
    const { message, hint } = describeDiagnostic(one)
    expect(`${message}${hint}${describeDiagnostic(one, 'en').message}`).not.toMatch(/\{\w+\}/)
    return message
  })

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

it('a fault in a field of a known form has its label', () => {
  const labels = { overview: '项目概况', 'indicators[].name': '三级指标' }
  const messages = (text: string): string[] => {
    try {
      readJson(text, labels)
    } catch (error) {
      if (error instanceof FormError) return error.diagnostics.map((one) => describeDiagnostic(one).message)
    }
    return []
  }
  expect(messages('{"overview":"甲\n"}')).toEqual(['项目概况（overview）：第1行第15列的文字里直接写了控制字符U+000A。'])
  expect(messages('{"indicators":[{"name":"a","name":"b"}]}')).toEqual([
    '三级指标（indicators[0].name）：键“name”重复：第1行已经有了，第1行第28列又有一个。',
  ])
  expect(messages('{"plan":nope}')).toEqual(['plan：第1行第9列的“nope”不是JSON的值。'])
})

describe('encodings', () => {
  it('accepts UTF-8 with and without a byte order mark', () => {
    expect(readJson(utf8('{"a":"阳泉𠮷"}'))).toEqual({ a: '阳泉𠮷' })
    expect(readJson(utf8('\ufeff{"a":1}'))).toEqual({ a: 1 })
    expect(readJson('\ufeff{"a":1}')).toEqual({ a: 1 })
  })

  it('accepts several byte order marks, of bytes and of a text, and counts no column of them', () => {
    for (const text of ['\ufeff\ufeff{"a":1}', '\ufeff\ufeff\ufeff{"a":1}']) {
      expect(readJson(utf8(text))).toEqual({ a: 1 })
      expect(readJson(text)).toEqual({ a: 1 })
    }
    expect(words('\ufeff\ufeff{x')).toEqual(words('{x'))
  })

  it.each([
    ['little endian with a mark', new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
    ['big endian with a mark', new Uint8Array([0xfe, 0xff, 0x00, 0x7b])],
    ['little endian without', new Uint8Array([0x7b, 0x00, 0x7d, 0x00])],
  ])('names UTF-16, %s', (_, bytes) => {
    expect(words(bytes)).toEqual(['数据文件是UTF-16编码，无法读取。'])
  })

  it('names GBK and the line', () => {
    const gbk = new Uint8Array([...utf8('{\n"a":"'), 0xd1, 0xf4, 0xc8, 0xaa, ...utf8('"}')])
    expect(words(gbk)).toEqual(['数据文件不是UTF-8编码（看来是GBK或GB 18030），第2行起无法读取。'])
  })

  it('names the line of other bad bytes', () => {
    const bad = new Uint8Array([...utf8('{\n"a":"好'), 0xff, ...utf8('"}')])
    expect(words(bad)).toEqual(['数据文件第2行有不合UTF-8编码的字节（文件中第11个字节）。'])
  })

  it('refuses a file over 10 MB', () => {
    expect(words(new Uint8Array(10_000_001))).toEqual(['数据文件超过10 MB。'])
  })
})

describe('syntax', () => {
  it.each([
    ['', '数据文件是空的。'],
    [' \n', '数据文件是空的。'],
    ['{"a":1', '数据在第1行第7列中断，后面缺少内容。'],
    ['"abc', '数据在第1行第5列中断，后面缺少内容。'],
    ['{"a" 1}', '第1行第6列的“1”不合JSON格式。'],
    ['{"a":1 "b":2}', '第1行第8列的“"”不合JSON格式。'],
    ['{\n "好": tru}', '["好"]：第2行第7列的“tru”不是JSON的值。'],
    ['{"a":nullx}', 'a：第1行第6列的“nullx”不是JSON的值。'],
    ['{“a”:1}', '第1行第2列的““”是全角符号，JSON的格式符号只能用半角。'],
    ['{"a"：1}', '第1行第5列的“：”是全角符号，JSON的格式符号只能用半角。'],
    ['{"a":1，"b":2}', '第1行第7列的“，”是全角符号，JSON的格式符号只能用半角。'],
    ['// x\n{}', '第1行第1列有注释，JSON不允许注释。'],
    ['{"a":1/* x */}', '第1行第7列有注释，JSON不允许注释。'],
    ['{"a":1,}', '第1行第7列多了一个逗号。'],
    ['[1,\n2,\n]', '第2行第2列多了一个逗号。'],
    ["{'a':1}", '第1行第2列用了单引号。'],
    ['{"a":\'x\'}', 'a：第1行第6列用了单引号。'],
    ['{a:1}', '第1行第2列的键名没有加双引号。'],
    ['{"a":NaN}', 'a：第1行第6列的“NaN”不是JSON的数。'],
    ['{"a":-Infinity}', 'a：第1行第6列的“-Infinity”不是JSON的数。'],
    ['{"a":012}', 'a：第1行第6列的“012”不是JSON的数。'],
    ['{"a":.5}', 'a：第1行第6列的“.5”不是JSON的数。'],
    ['{"a":1.}', 'a：第1行第6列的“1.”不是JSON的数。'],
    ['{"a":+1}', 'a：第1行第6列的“+1”不是JSON的数。'],
    ['{"a":0x10}', 'a：第1行第6列的“0x10”不是JSON的数。'],
    ['{"a":"x\ny"}', 'a：第1行第8列的文字里直接写了控制字符U+000A。'],
    ['{"a":"\u0000"}', 'a：第1行第7列的文字里直接写了控制字符U+0000。'],
    ['{"a":"\\x41"}', 'a：第1行第7列的转义“\\x”不合JSON格式。'],
    ['{"a":"\\u12"}', 'a：第1行第7列的转义“\\u12”不合JSON格式。'],
    ['{} {}', '第1行第4列起，在数据结束之后还有内容。'],
    ['{\u00a0}', '第1行第2列的“U+00A0”不合JSON格式。'],
    ['{"𠮷":1,"b":x}', 'b：第1行第12列的“x”不是JSON的值。'],
    ['{"a":1,\r\n"b":?}', 'b：第2行第5列的“?”不合JSON格式。'],
  ])('%j', (text, message) => {
    expect(words(text)).toEqual([message])
  })

  it('refuses deep nesting without falling over', () => {
    for (const depth of [65, 100_000]) {
      expect(words('['.repeat(depth) + ']'.repeat(depth))).toEqual(['第1行第65列处的嵌套超过64层。'])
    }
    expect(words('{"a":'.repeat(100_000))[0]).toMatch(/嵌套超过64层/)
    expect(readJson(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeInstanceOf(Array)
  })

  it('refuses duplicate keys, all of them', () => {
    const error = failure('{"a":1,\n"b":{"c":1,"c":2},\n"a":2,"l":[{"x":1,"\\u0078":2}]}')
    expect(error.diagnostics.map(({ path }) => path)).toEqual(['b.c', 'a', 'l[0].x'])
    expect(words('{"a":1,\n"a":2}')).toEqual(['a：键“a”重复：第1行已经有了，第2行第1列又有一个。'])
  })

  it('keeps __proto__ harmless', () => {
    const value = readJson('{"__proto__":{"polluted":true},"constructor":1}') as object
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('numbers', () => {
  it.each(['0', '1', '-5', '12.5', '67560000', '0.1', '1e+21'])('%s is a number', (source) => {
    expect(readJson(`[${source}]`)).toEqual([Number(source)])
  })

  it.each(['1.10', '1e3', '12345678901234567890.12', '1e400', '-0', '1.0', '1E2', '0.1000000000000000055'])(
    '%s keeps its source text',
    (source) => {
      const [value] = readJson(`[${source}]`) as unknown[]
      expect(isNumberLiteral(value) && value[numberSource]).toBe(source)
    },
  )

  it('cannot be imitated in data', () => {
    expect(isNumberLiteral(readJson('{"kind":"number","source":"1","numberSource":"1"}'))).toBe(false)
  })
})

it('reads what JSON.stringify writes (property)', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
      const expected: unknown = JSON.parse(JSON.stringify(value))
      expect(plainNumbers(readJson(JSON.stringify(value, null, 1)))).toEqual(plainNumbers(expected))
    }),
  )
})

it('gives a FormError or a value for any text (property)', () => {
  const bits = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    "'",
    '\\',
    'u00',
    '1',
    '-',
    '.',
    'e',
    'null',
    'tru',
    ' ',
    '\n',
    '//',
    '：',
    '好',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      expect(accepts(() => readJson(text))).toBe(accepts(() => JSON.parse(text)) && !hasDuplicates(text))
    }),
    { numRuns: 2000 },
  )
})

it('reads a hostile file of 10 MB in reasonable time', () => {
  expect(readJson(`[${'1,'.repeat(4_999_990)}1]`)).toHaveLength(4_999_991)
  const many = `{${'"a":1,'.repeat(1_000_000)}"a":1}`
  expect(failure(many).diagnostics).toHaveLength(1000)
}, 20_000)

const accepts = (run: () => unknown): boolean => {
  try {
    run()
    return true
  } catch {
    return false
  }
}

const hasDuplicates = (text: string): boolean =>
  accepts(() => JSON.parse(text)) && failureCode(text) === 'json-duplicate-key'

const failureCode = (text: string): string => {
  try {
    readJson(text)
    return ''
  } catch (error) {
    return error instanceof FormError ? (error.diagnostics[0]?.code ?? '') : ''
  }
}

const plainNumbers = (value: unknown): unknown => {
  if (isNumberLiteral(value)) return Number(value[numberSource]) + 0
  if (Object.is(value, -0)) return 0
  if (Array.isArray(value)) return value.map(plainNumbers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainNumbers(inner)]))
}
