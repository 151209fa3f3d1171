/** Bytes as base 64 (RFC 4648, 4), for JSON. In plain JavaScript: the engine asks no platform. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map(Array.from(LETTERS, (letter, value) => [letter.charCodeAt(0), value]))

export const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const four = [18, 12, 6, 0].map((shift) => LETTERS[(three >> shift) & 63]).join('')
    parts.push(at + 2 < bytes.length ? four : four.slice(0, bytes.length - at + 1).padEnd(4, '='))
  }
  return parts.join('')
}

/** @returns undefined for a text that is no base 64 */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const bytes = new Uint8Array((text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0))
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const value = (index: number): number => VALUES.get(text.charCodeAt(at + index)) ?? 0
    const three = (value(0) << 18) | (value(1) << 12) | (value(2) << 6) | value(3)
    for (let byte = 0; byte < 3 && to + byte < bytes.length; byte++) bytes[to + byte] = three >> (16 - 8 * byte)
  }
  return bytes
}
