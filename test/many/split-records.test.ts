import { describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { readJson } from '../../src/input/read-json.js'
import { openInput } from '../../src/many/open-input.js'
import { placeInFile } from '../../src/many/record.js'

/** The records of a text that arrives in pieces of a few bytes: what was read and where, or the words of the fault. */
const read = async (text: string | Uint8Array, pieces = 7): Promise<unknown[]> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces)
  }
  const found: unknown[] = []
  for await (const { place, data } of openInput('-', chunks()).records) {
    found.push(describeRecord(place, data))
  }
  return found
}

const describeRecord = (place: Parameters<typeof placeInFile>[1], data: Uint8Array | FormError): unknown => {
  try {
    if (data instanceof FormError) throw data
    return [place.line, readJson(data)]
  } catch (error) {
    const [first] = placeInFile((error as FormError).diagnostics, place)
    return `${first?.code}/${String(first?.facts['variant'])} ${String(first?.facts['line'])}:${String(first?.facts['column'])}`
  }
}

describe.each([1, 3, 7, 1000])('records in pieces of %i bytes', (pieces) => {
  it('of JSONL, with blank lines, CR LF and no end of line', async () => {
    expect(await read('{"a":"一"}\r\n\r\n{"b":2}\n\n{"c":3}', pieces)).toEqual([
      [1, { a: '一' }],
      [3, { b: 2 }],
      [5, { c: 3 }],
    ])
  })

  it('of JSONL with a faulty line', async () => {
    expect(await read('{"a":1}\n{"b":\n{"c":3}\n', pieces)).toEqual([
      [1, { a: 1 }],
      'json-syntax/end 2:6',
      [3, { c: 3 }],
    ])
  })

  it('of an array', async () => {
    expect(await read('\ufeff [ {"a":"]},\\"["},\n  {"b":[1,{}]} , 3]\n', pieces)).toEqual([
      [1, { a: ']},"[' }],
      [2, { b: [1, {}] }],
      [2, 3],
    ])
    expect(await read('[]', pieces)).toEqual([])
  })

  it('of one form', async () => {
    expect(await read('{\n  "a": 1\n}\n', pieces)).toEqual([[null, { a: 1 }]])
  })
})

describe.each([1, 3, 7, 1000])('a beginning that is none of JSONL, in pieces of %i bytes', (pieces) => {
  const records = '{"a":1}\n{"b":2}\n'
  const two = (line: number) => [
    [line, { a: 1 }],
    [line + 1, { b: 2 }],
  ]

  it.each([
    ['not json at all\n', ['json-syntax/word 1:1']],
    ['null\n', [[1, null]]],
    ['"words"\n', [[1, 'words']]],
    ['{"x":\n', ['json-syntax/end 1:6']],
    ['{"x":"one\ntwo"}\n', ['json-syntax/end 1:10', 'json-syntax/word 2:1']],
    ['{"x":[\n', ['json-syntax/end 1:7']],
    ['{"x":{"y":1}\n', ['json-syntax/end 1:13']],
    ['{"x":1,}\n', ['json-syntax/trailing-comma 1:7']],
    ['{"x":1,\n', ['json-syntax/end 1:8']],
    ['[not json\n', ['json-syntax/word 1:2']],
    ['[1,2]\n', [[1, [1, 2]]]],
    ['}\n', ['json-syntax/unexpected 1:1']],
    ['\ufeff\ufeffnull\r\n', [[1, null]]],
  ])('%j takes no other line with it', async (first, told) => {
    const lines = first.split('\n').length
    expect(await read(first + records, pieces)).toEqual([...told, ...two(lines)])
  })

  it('blank lines are no beginning', async () => {
    expect(await read(`\n \r\n\t\n${records}`, pieces)).toEqual(two(4))
    expect(await read('\n \n', pieces)).toEqual([])
  })

  it.each([
    ['{\n"a":\n{\n"b":1\n}\n}', { a: { b: 1 } }],
    ['{"a":\n{"b":1}\n,"c":2}', { a: { b: 1 }, c: 2 }],
    ['{"a":[\n{"b":1},\n{"b":2}\n]}', { a: [{ b: 1 }, { b: 2 }] }],
    ['{"a":{"b":1}\n}', { a: { b: 1 } }],
    ['{"a":{"b":1}\n,"c":1}', { a: { b: 1 }, c: 1 }],
    ['{"x":\n{"y":1}}', { x: { y: 1 } }],
  ])('%j is one form, however its lines are broken', async (text, form) => {
    expect(await read(text, pieces)).toEqual([[null, form]])
    expect(await read(`${text}\n`, pieces)).toEqual([[null, form]])
  })

  it('is an array over lines, with elements that are lines by themselves', async () => {
    expect(await read('[\n{"a":1}\n,\n{"b":2}\n]', pieces)).toEqual([
      [2, { a: 1 }],
      [4, { b: 2 }],
    ])
    expect(await read('[1,\n{"b":2}\n]', pieces)).toEqual([
      [1, 1],
      [2, { b: 2 }],
    ])
  })

  it('is a file that is no JSON: one fault, not one for each of its lines', async () => {
    expect(await read('code,name\n062,甲\n063,乙\n', pieces)).toEqual(['json-syntax/word 1:1'])
    expect(await read('{\n  "a": {"b":1}\n  "c": {"d":1}\n}\n', pieces)).toEqual([expect.stringContaining(' 3:3')])
  })
})

it('the first line tells JSONL before a second one comes', async () => {
  async function* chunks() {
    yield new TextEncoder().encode('{"a":1}\n')
    throw new Error('asked for more')
  }
  const { value } = await openInput('-', chunks()).records[Symbol.asyncIterator]().next()
  expect(value?.place.line).toBe(1)
})

describe('faults of an array stay where they are', () => {
  it.each([
    ['[{"a":1},{"b":bad},{"c":3}]', [[1, { a: 1 }], 'json-syntax/word 1:15', [1, { c: 3 }]]],
    ['[\n{"一":1}\n{"b":2},\n{"c":3}]', ['json-syntax/after-end 3:1', [4, { c: 3 }]]],
    ['[{"a":1},]', [[1, { a: 1 }], 'json-syntax/unexpected 1:10']],
    ['[{"a":1},,{"b":2}]', [[1, { a: 1 }], 'json-syntax/unexpected 1:10', [1, { b: 2 }]]],
    ['[{"a":1}] x y', [[1, { a: 1 }], 'json-syntax/after-end 1:11']],
    ['[{"a":1},{"b":', [[1, { a: 1 }], 'json-syntax/end 1:15', 'json-syntax/end 1:15']],
    // A line break inside a string, and a quote that is never closed.
    ['[\n{"a":"x\ny"},\n{"b":2}]', ['json-syntax/control 2:8', [4, { b: 2 }]]],
    ['[\n  {"a":"x},\n  {"b":2},\n  {"c":3}\n]', ['json-syntax/control 2:12', [3, { b: 2 }], [4, { c: 3 }]]],
  ])('%j', async (text, records) => expect(await read(text)).toEqual(records))
})

describe('sizes and encodings', () => {
  it('a record over 10 MB is refused, and the next is read', async () => {
    const large = `{"a":"${'x'.repeat(10_000_000)}"}`
    expect(await read(`{"a":1}\n${large}\n{"b":2}`, 100_000)).toEqual([
      [1, { a: 1 }],
      expect.stringContaining('input-too-large'),
      [3, { b: 2 }],
    ])
    expect(await read(`[{"a":1},${large},{"b":2}]`, 100_000)).toEqual([
      [1, { a: 1 }],
      expect.stringContaining('input-too-large'),
      [1, { b: 2 }],
    ])
  })

  it('a first record over 10 MB takes no other with it', async () => {
    const large = `{"a":"${'x'.repeat(10_000_000)}"}`
    expect(await read(`${large}\n{"b":2}`, 100_000)).toEqual([
      expect.stringContaining('input-too-large'),
      [2, { b: 2 }],
    ])
  })

  it('UTF-16 is named, as a fault of its file', async () => {
    const bytes = new Uint8Array(Buffer.from('\ufeff[{}]', 'utf16le'))
    expect(await read(bytes)).toEqual(['input-encoding/utf-16 undefined:undefined'])
  })

  it('nothing is nothing', async () => expect(await read('')).toEqual([]))
})
