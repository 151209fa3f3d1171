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

  it('UTF-16 is named', async () => {
    await expect(read(new Uint8Array(Buffer.from('\ufeff[{}]', 'utf16le')))).rejects.toThrow(/UTF-16/)
  })

  it('nothing is nothing', async () => expect(await read('')).toEqual([]))
})
