/**
 * An ICC profile of sRGB (IEC 61966-2-1), written here so that it has no licence but ours: PDF/A asks which colours
 * the numbers of a document mean (ISO 19005-2, 6.2.3). Version 4.2 (ICC.1:2004-10), the newest that PDF/A-2 and -3
 * know: matrix and parametric curve say sRGB exactly, in 480 bytes.
 */

const HEADER_LENGTH = 128
const D50 = [0.9642, 1, 0.8249]

/** Colorants of sRGB, adapted from D65 to D50 by the Bradford matrix, which is the last (ICC.1:2004-10, annex E). */
const RED = [0.43604, 0.22249, 0.01393]
const GREEN = [0.38512, 0.7169, 0.09706]
const BLUE = [0.14305, 0.06061, 0.71391]
const ADAPTATION = [1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678]

/** Curve of type 3 (10.15): g, a, b, c, d. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

/** Bytes as text of one letter a byte; data is padded to four bytes (7.3.5). */
export function srgbProfile(): Uint8Array {
  const tags = [
    ['desc', text('sRGB')],
    ['cprt', text('CC0')],
    ['wtpt', `XYZ \0\0\0\0${fixed(D50)}`],
    ['chad', `sf32\0\0\0\0${fixed(ADAPTATION)}`],
    ['rXYZ', `XYZ \0\0\0\0${fixed(RED)}`],
    ['gXYZ', `XYZ \0\0\0\0${fixed(GREEN)}`],
    ['bXYZ', `XYZ \0\0\0\0${fixed(BLUE)}`],
    ...['rTRC', 'gTRC', 'bTRC'].map((tag) => [tag, `para\0\0\0\0\0\x03\0\0${fixed(CURVE)}`] as const),
  ] as const
  const { table, data } = layOut(tags)
  const body = `${uint32(tags.length)}${table}${data}`
  return Uint8Array.from(header(HEADER_LENGTH + body.length) + body, (letter) => letter.charCodeAt(0))
}

/** Tags of the same data share it, as the three curves do. */
function layOut(tags: readonly (readonly [tag: string, data: string])[]): { table: string; data: string } {
  const start = HEADER_LENGTH + 4 + 12 * tags.length
  const offsets = new Map<string, number>()
  let table = ''
  let data = ''
  for (const [tag, value] of tags) {
    const offset = offsets.get(value) ?? start + data.length
    if (!offsets.has(value)) data += value.padEnd(Math.ceil(value.length / 4) * 4, '\0')
    offsets.set(value, offset)
    table += tag + uint32(offset) + uint32(value.length)
  }
  return { table, data }
}

/** A display profile of RGB over XYZ; made on a fixed date, by no program, with a perceptual intent (7.2). */
function header(size: number): string {
  const date = [2000, 1, 1, 0, 0, 0].map(uint16).join('')
  const kind = `\x04\x20\0\0mntrRGB XYZ ${date}acsp`
  return `${uint32(size)}\0\0\0\0${kind}${'\0'.repeat(28)}${fixed(D50)}`.padEnd(HEADER_LENGTH, '\0')
}

/** One text, in English (10.13). */
const text = (words: string): string => {
  const utf16 = Array.from(words, (letter) => `\0${letter}`).join('')
  return `mluc\0\0\0\0${uint32(1)}${uint32(12)}enUS${uint32(utf16.length)}${uint32(28)}${utf16}`
}

/** s15Fixed16 (5.3.4). */
const fixed = (values: readonly number[]): string => values.map((value) => uint32(Math.round(value * 0x10000))).join('')

const uint32 = (value: number): string => uint16((value >>> 16) & 0xffff) + uint16(value & 0xffff)
const uint16 = (value: number): string => String.fromCharCode(value >> 8, value & 0xff)
