/** The checksum of PNG chunks (ISO/IEC 15948, annex D). */

/** Made when it is first needed: most processes read no picture. */
let table: Uint32Array | undefined

const makeTable = (): Uint32Array =>
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
    return rest
  })

export const crc32 = (bytes: Uint8Array): number => {
  table ??= makeTable()
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
