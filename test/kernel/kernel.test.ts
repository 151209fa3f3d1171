import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { compileKernel } from '../../scripts/kernel.mjs'
import { checksum } from '../../src/kernel/checksum.js'
import { type DeflateCode, deflate } from '../../src/kernel/deflate.js'
import { sha256 } from '../../src/kernel/sha256.js'

test('what runs is what assembly/ says', async () => {
  for (const [name, text] of Object.entries(await compileKernel()))
    expect(readFileSync(new URL(`../../src/kernel/${name}`, import.meta.url), 'utf8'), name).toBe(text)
})

describe('where WebAssembly is', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  const refusing = {
    Module: WebAssembly.Module,
    Instance: class {
      constructor() {
        throw new RangeError('Out of memory: Cannot allocate Wasm memory for new instance')
      }
    },
  }
  test.each([
    ['not there', undefined],
    ['not given its memory', refusing],
  ])('%s, the same bytes come out', async (_, given) => {
    // Started while WebAssembly is there: what is compared with.
    sha256(new Uint8Array())
    vi.resetModules()
    vi.stubGlobal('WebAssembly', given)
    const plain = {
      ...(await import('../../src/kernel/deflate.js')),
      ...(await import('../../src/kernel/sha256.js')),
      ...(await import('../../src/kernel/checksum.js')),
    }
    const codes: readonly DeflateCode[] = ['fonts', 'pages', 'maps']
    const compare = (bytes: Uint8Array): void => {
      for (const code of codes) expect(Buffer.compare(plain.deflate(bytes, code), deflate(bytes, code))).toBe(0)
      expect(plain.sha256(bytes)).toEqual(sha256(bytes))
      const words = bytes.subarray(0, bytes.length & ~3)
      expect(plain.checksum(words)).toBe(checksum(words))
    }
    compare(Uint8Array.from({ length: 500_000 }, (_, at) => (at * at * 2654435) >>> 9))
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 60 }), fc.nat(5), (pieces, times) => {
        const once = pieces.flatMap((piece) => [...piece])
        compare(Uint8Array.from(Array.from({ length: times }, () => once).flat()))
      }),
    )
  })
})
