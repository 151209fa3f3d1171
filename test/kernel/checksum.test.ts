import { expect, test } from 'vitest'
import { checksum } from '../../src/kernel/checksum.js'

test('the words are added up from their highest byte, and what is beyond 32 bits is dropped', () => {
  expect(checksum(new Uint8Array())).toBe(0)
  expect(checksum(Uint8Array.of(1, 2, 3, 4))).toBe(0x01020304)
  expect(checksum(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 3))).toBe(2)
  const bytes = Uint8Array.from({ length: 400_000 }, (_, at) => (at * at) >>> 3)
  let sum = 0n
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length; at += 4) sum += BigInt(view.getUint32(at))
  expect(checksum(bytes)).toBe(Number(sum & 0xffffffffn))
})
