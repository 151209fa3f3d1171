/**
 * RC2 in CBC mode, deciphering only (RFC 2268). OpenSSL 3 left it behind, but the PKCS #12 files that Windows and older
 * CA tools export still have their certificates in it. It keeps no secret: the private key lies in another cipher.
 */

const PI = Uint8Array.from(
  (
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad'
  ).match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
)

const BLOCK = 8

/** `bits` is the effective key length. Padding is taken off; throws a RangeError where there is none. */
export function decryptRc2Cbc(key: Uint8Array, bits: number, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const words = expandKey(key, bits)
  const plain = new Uint8Array(data.length)
  let before = iv
  for (let at = 0; at + BLOCK <= data.length; at += BLOCK) {
    const block = data.subarray(at, at + BLOCK)
    decryptBlock(words, block).forEach((byte, index) => {
      plain[at + index] = byte ^ (before[index] ?? 0)
    })
    before = block
  }
  const padding = plain.at(-1) ?? 0
  if (padding < 1 || padding > BLOCK || padding > plain.length) throw new RangeError('padding')
  return plain.subarray(0, plain.length - padding)
}

/** Section 2. */
function expandKey(key: Uint8Array, bits: number): Uint16Array {
  const L = new Uint8Array(128)
  L.set(key)
  const [length, bytes] = [key.length, Math.ceil(bits / 8)]
  const pi = (index: number): number => PI[index & 0xff] ?? 0
  for (let i = length; i < 128; i++) L[i] = pi((L[i - 1] ?? 0) + (L[i - length] ?? 0))
  L[128 - bytes] = pi((L[128 - bytes] ?? 0) & (0xff >> (8 * bytes - bits)))
  for (let i = 127 - bytes; i >= 0; i--) L[i] = pi((L[i + 1] ?? 0) ^ (L[i + bytes] ?? 0))
  return Uint16Array.from({ length: 64 }, (_, i) => (L[2 * i] ?? 0) | ((L[2 * i + 1] ?? 0) << 8))
}

/** Section 4: five rounds, a mash, six, a mash, five, backwards. */
function decryptBlock(K: Uint16Array, block: Uint8Array): Uint8Array {
  const R = Uint16Array.from({ length: 4 }, (_, i) => (block[2 * i] ?? 0) | ((block[2 * i + 1] ?? 0) << 8))
  let j = 63
  for (let round = 15; round >= 0; round--) {
    for (let i = 3; i >= 0; i--) j = unmix(R, K, i, j)
    if (round === 11 || round === 5) for (let i = 3; i >= 0; i--) R[i] = at(R, i) - (K[at(R, i + 3) & 63] ?? 0)
  }
  return Uint8Array.from({ length: BLOCK }, (_, i) => (at(R, i >> 1) >> (8 * (i & 1))) & 0xff)
}

const ROTATIONS = [1, 2, 3, 5]

function unmix(R: Uint16Array, K: Uint16Array, i: number, j: number): number {
  const s = ROTATIONS[i] ?? 0
  const rotated = (at(R, i) >>> s) | (at(R, i) << (16 - s))
  R[i] = rotated - (K[j] ?? 0) - (at(R, i + 3) & at(R, i + 2)) - (~at(R, i + 3) & at(R, i + 1))
  return j - 1
}

/** Words are numbered modulo 4. */
const at = (R: Uint16Array, i: number): number => R[i & 3] ?? 0
