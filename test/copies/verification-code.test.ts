import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../src/copies/base64.js'
import { readCode, writeCode } from '../../src/copies/verification-code.js'

const digests = fc.uint8Array({ minLength: 32, maxLength: 32 })
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a verification code', () => {
  it('has 26 symbols of Crockford’s alphabet in groups of five', () => {
    fc.assert(
      fc.property(digests, (digest) => /^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]$/.test(writeCode(digest))),
    )
    expect(writeCode(new Uint8Array(32))).toBe('00000-00000-00000-00000-00000-0')
  })

  it('holds 125 bits: each of them changes it', () => {
    const codes = Array.from({ length: 125 }, (_, bit) =>
      writeCode(Uint8Array.from({ length: 32 }, (_, byte) => (byte === bit >> 3 ? 128 >> (bit & 7) : 0))),
    )
    expect(new Set(codes).size).toBe(125)
  })

  it('is read however people type it', () => {
    const code = writeCode(Uint8Array.from({ length: 32 }, (_, index) => 37 * index))
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' – ')}\n`,
      toFullWidth(code),
      code.replaceAll('1', 'l').replaceAll('0', 'O'),
    ]) {
      expect(readCode(typed)).toBe(code)
    }
  })
  const toFullWidth = (text: string) =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

  it('shows one wrong symbol, and two that changed places, always', () => {
    fc.assert(
      fc.property(digests, fc.nat(25), fc.nat(25), fc.nat(31), (digest, at, other, symbol) => {
        const symbols = [...writeCode(digest).replaceAll('-', '')]
        const mistyped = symbols.with(at, ALPHABET[symbol] ?? '')
        if (mistyped[at] !== symbols[at]) expect(readCode(mistyped.join(''))).toBeUndefined()
        const swapped = symbols.with(at, symbols[other] ?? '').with(other, symbols[at] ?? '')
        if (swapped[at] !== symbols[at]) expect(readCode(swapped.join(''))).toBeUndefined()
      }),
    )
  })

  it.each([
    '',
    '-',
    '00000-00000-00000-00000-00000',
    '00000-00000-00000-00000-00000-00',
    'UUUUU-00000-00000-00000-00000-0',
    '验证码',
  ])('%j is none', (typed) => expect(readCode(typed)).toBeUndefined())
})

it('base 64 gives every byte back, and Node’s own agrees', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
  )
  for (const text of ['a', 'ab=c', '====', '你好==']) expect(fromBase64(text)).toBeUndefined()
})
