/** Inflates data of unknown length, no further than a limit: a hostile kilobyte would else become a gigabyte. */
import { Unzlib } from 'fflate'

/** Deflate makes at most a thousand bytes of one, so a step makes 16 MB at most before it is looked at. */
const STEP = 0x4000

/** Undefined where the data is broken or longer than `most` bytes. */
export function inflateUpTo(data: Uint8Array, most: number): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  let length = 0
  const inflater = new Unzlib((part) => {
    length += part.length
    if (length > most) throw new RangeError('longer than it may be')
    parts.push(part.slice())
  })
  try {
    for (let at = 0; at < data.length; at += STEP) inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length)
  } catch {
    return undefined
  }
  return data.length === 0 ? undefined : joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
