import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/input/canonical-json.js'
import { readJson } from '../../src/input/read-json.js'

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, null, { d: '甲\n', c: true }], a: undefined, '10': 1, '9': 2 })).toBe(
      '{"10":1,"9":2,"b":[1,null,{"c":true,"d":"甲\\n"}]}',
    )
  })

  it('keeps numbers as they were written, and reads back as the same', () => {
    const text = '{"a":1.10,"b":12345678901234567890.12,"c":[1e3,-0,5]}'
    expect(canonicalJson(readJson(text))).toBe(text)
  })

  it('of any JSON value reads back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
