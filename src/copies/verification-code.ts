/**
 * The verification code as people read it off paper: 125 bits of a SHA-256 in 25 symbols and a check symbol, in groups of five.
 * Half of 125 bits is more than anyone can search through for two forms of one code; 100 bits would leave 2^50.
 * The alphabet is Crockford's base 32: no I, L, O or U, and what is misread for 1 or 0 is taken for it.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SYMBOLS = 25
const GROUP = 5

/** `ABCDE-FGHJK-MNPQR-STVWX-YZ012-3`. */
export const writeCode = (digest: Uint8Array): string => {
  const values = Array.from({ length: SYMBOLS }, (_, index) => fiveBits(digest, 5 * index))
  return group([...values, checkValue(values)].map((value) => ALPHABET[value] ?? '').join(''))
}

/**
 * The code as `writeCode` writes it, from what a person typed: any case, full-width letters, spaces and hyphens anywhere.
 * @returns undefined where it is none: one wrong symbol, or two that changed places, always show
 */
export const readCode = (typed: string): string | undefined => {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  const values = Array.from(symbols, (symbol) => ALPHABET.indexOf(symbol))
  const isCode = values.length === SYMBOLS + 1 && !values.includes(-1)
  return isCode && checkValue(values.slice(0, SYMBOLS)) === values[SYMBOLS] ? group(symbols) : undefined
}

const group = (symbols: string): string => (symbols.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-')

const fiveBits = (digest: Uint8Array, bit: number): number => {
  const byte = bit >> 3
  const two = ((digest[byte] ?? 0) << 8) | (digest[byte + 1] ?? 0)
  return (two >> (11 - (bit & 7))) & 31
}

/**
 * Makes the symbols, as a polynomial over the field of 32 elements, vanish at its generator: a changed symbol leaves a rest,
 * and so do two different ones that change places, for no two places within 31 have the same weight.
 */
const checkValue = (values: readonly number[]): number => values.reduce((sum, value) => timesGenerator(sum ^ value), 0)

/** Times x, modulo x⁵ + x² + 1. */
const timesGenerator = (value: number): number => {
  const doubled = value << 1
  return doubled > 31 ? doubled ^ 0b100101 : doubled
}
