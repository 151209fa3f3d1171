/** Distinguished encoding (X.690, 10 and 11), as far as its lengths: each element ends where the one around it says. */

/** The first element, head included; undefined where its length is not told in the one way that DER allows, or is more than there is. */
export function firstElement(bytes: Uint8Array): Uint8Array | undefined {
  const end = elementEnd(bytes, 0, bytes.length)
  return end === undefined || end > bytes.length ? undefined : bytes.subarray(0, end)
}

/** Whether all lengths of an element, and of all within it, are sound. A parser passes over many that are not. */
export function hasSoundLengths(bytes: Uint8Array): boolean {
  return coversWhole(bytes, 0, bytes.length)
}

/** Elements one behind the other, the last of which ends where the stretch does. */
function coversWhole(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  while (at < end) {
    const next = elementEnd(bytes, at, end)
    if (next === undefined || next > end) return false
    const isConstructed = ((bytes[at] ?? 0) & CONSTRUCTED) !== 0
    if (isConstructed && !coversWhole(bytes, at + headLength(bytes, at), next)) return false
    at = next
  }
  return at === end
}

const CONSTRUCTED = 0x20
/** Tags beyond 30 take several octets; no signature has any. */
const LONG_TAG = 0x1f
/** Bytes of a length: four tell of more than any file holds. */
const LONGEST = 4

const headLength = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at + 1] ?? 0
  return first < 0x80 ? 2 : 2 + (first & 0x7f)
}

function elementEnd(bytes: Uint8Array, at: number, end: number): number | undefined {
  if (at + 2 > end || ((bytes[at] ?? 0) & LONG_TAG) === LONG_TAG) return undefined
  const first = bytes[at + 1] ?? 0
  if (first < 0x80) return at + 2 + first
  const head = headLength(bytes, at)
  if (head < 3 || head > 2 + LONGEST || at + head > end) return undefined
  const length = bytes.subarray(at + 2, at + head).reduce((sum, byte) => sum * 256 + byte, 0)
  // The shortest way to say it is the only one (X.690, 10.1).
  const isShortest = bytes[at + 2] !== 0 && length >= 0x80
  return isShortest ? at + head + length : undefined
}
