/** Bytes → text. UTF-8 only, with or without byte order marks; other encodings are named, never guessed through. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

/** A file that went through two programs may have two of them: all that stand at the beginning are taken off. */
export const withoutByteOrderMarks = (text: string): string => text.replace(/^\ufeff+/, '')

/** Throws a FormError (`input-encoding`) where the bytes are not UTF-8. */
export const decodeUtf8 = (bytes: Uint8Array): string => {
  if (looksLikeUtf16(bytes)) throw new FormError([problem('input-encoding/utf-16', '', {})])
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FormError([describeBadBytes(bytes)])
  }
}

/** A byte order mark, or a zero byte beside the first character: JSON text begins with an ASCII character (RFC 4627, 3). */
const looksLikeUtf16 = (bytes: Uint8Array): boolean => {
  const [first, second] = bytes
  if (first === undefined || second === undefined) return false
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0
}

const describeBadBytes = (bytes: Uint8Array) => {
  const at = firstBadByte(bytes)
  const line = bytes.subarray(0, at).reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1)
  return looksLikeGbk(bytes)
    ? problem('input-encoding/gbk', '', { line })
    : problem('input-encoding/invalid', '', { line, offset: at + 1 })
}

/** Longest prefix that decodes, by halving; a character cut at its end is no fault there (`stream`). */
const firstBadByte = (bytes: Uint8Array): number => {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

const decodes = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Every byte above 7F is part of a two-byte GBK or four-byte GB 18030 character. */
const looksLikeGbk = (bytes: Uint8Array): boolean => {
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) continue
    const length = gbkLength(lead, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0, bytes[i + 3] ?? 0)
    if (length === 0) return false
    i += length - 1
  }
  return true
}

const gbkLength = (lead: number, second: number, third: number, fourth: number): 0 | 2 | 4 => {
  if (lead === 0x80 || lead === 0xff) return 0
  if (second >= 0x40 && second !== 0x7f && second !== 0xff) return 2
  const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
  return isDigit(second) && third >= 0x81 && third <= 0xfe && isDigit(fourth) ? 4 : 0
}
