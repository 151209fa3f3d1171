/** SHA-256 (FIPS 180-4) in plain JavaScript: the engine asks no platform, so that it runs the same everywhere. */

const BLOCK = 64

/** Fractional parts of square and cube roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
interface Constants {
  readonly start: readonly number[]
  readonly round: Int32Array
}

/** Made when they are first needed: Node hashes natively, and only what stands outside of a print asks for this. */
let constants: Constants | undefined

function makeConstants(): Constants {
  const primes = firstPrimes(64)
  return {
    start: primes.slice(0, 8).map((prime) => fractionBits(prime, 2)),
    round: Int32Array.from(primes, (prime) => fractionBits(prime, 3)),
  }
}

/** The 32 bytes of the digest. */
export function sha256(message: Uint8Array): Uint8Array {
  constants ??= makeConstants()
  const { start, round } = constants
  const state = Int32Array.from(start)
  const words = new Int32Array(BLOCK)
  const whole = message.length - (message.length % BLOCK)
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength)
  for (let at = 0; at < whole; at += BLOCK) compress(state, words, round, view, at)
  const tail = new DataView(paddedTail(message.subarray(whole), message.length).buffer)
  for (let at = 0; at < tail.byteLength; at += BLOCK) compress(state, words, round, tail, at)
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => digest.setInt32(4 * index, word))
  return new Uint8Array(digest.buffer)
}

/** The rest of the message, one bit, zeros, and the message's length in bits as a 64-bit number. */
function paddedTail(rest: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(rest.length + 9 > BLOCK ? 2 * BLOCK : BLOCK)
  padded.set(rest)
  padded[rest.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000))
  view.setUint32(padded.length - 4, (length << 3) >>> 0)
  return padded
}

/** One block into the state (FIPS 180-4, 6.2.2). */
function compress(state: Int32Array, words: Int32Array, round: Int32Array, view: DataView, at: number): void {
  for (let t = 0; t < 16; t++) words[t] = view.getInt32(at + 4 * t)
  for (let t = 16; t < BLOCK; t++) {
    const w15 = words[t - 15] as number
    const w2 = words[t - 2] as number
    const s0 = ((w15 >>> 7) | (w15 << 25)) ^ ((w15 >>> 18) | (w15 << 14)) ^ (w15 >>> 3)
    const s1 = ((w2 >>> 17) | (w2 << 15)) ^ ((w2 >>> 19) | (w2 << 13)) ^ (w2 >>> 10)
    words[t] = ((words[t - 16] as number) + s0 + (words[t - 7] as number) + s1) | 0
  }
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let t = 0; t < BLOCK; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (round[t] as number) + (words[t] as number)) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  add(state, 0, a)
  add(state, 1, b)
  add(state, 2, c)
  add(state, 3, d)
  add(state, 4, e)
  add(state, 5, f)
  add(state, 6, g)
  add(state, 7, h)
}

/** Modulo 2^32: the typed array cuts the sum. */
function add(state: Int32Array, index: number, value: number): void {
  state[index] = (state[index] as number) + value
}

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}

/**
 * The first 32 bits behind the point of the n-th root of a prime, found in whole numbers:
 * floor(root(prime · 2^(32n))) modulo 2^32. Math.cbrt may differ between machines in the last bit.
 */
function fractionBits(prime: number, n: 2 | 3): number {
  const target = BigInt(prime) << BigInt(32 * n)
  let low = 0n
  let high = 1n << 40n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** BigInt(n) <= target) low = middle
    else high = middle
  }
  return Number(BigInt.asIntN(32, low))
}
