/** Inflates data whose length is known: no more is ever made of it, whatever a hostile file says. */
import { Unzlib } from 'fflate'

/** @returns undefined where the data is broken, or longer or shorter than it should be */
export const inflateExactly = (data: Uint8Array, length: number): Uint8Array | undefined => {
  const bytes = new Uint8Array(length)
  let at = 0
  const inflater = new Unzlib((part) => {
    if (at + part.length > length) throw new RangeError('longer than it should be')
    bytes.set(part, at)
    at += part.length
  })
  try {
    for (let from = 0; from < data.length; from += STEP)
      inflater.push(data.subarray(from, from + STEP), from + STEP >= data.length)
  } catch {
    return undefined
  }
  return at === length ? bytes : undefined
}

/** Deflate makes at most a thousand bytes of one, so a step makes 64 MB at most before it is looked at. */
const STEP = 0x10000
