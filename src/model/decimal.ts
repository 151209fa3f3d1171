/** Decimal numbers as text: the one place that reads digits. Nothing here goes through a floating-point number. */

export interface Decimal {
  readonly negative: boolean
  /** Digits before the point, at least one, without leading zeros. */
  readonly whole: string
  /** Digits behind the point as written; empty where there is no point. */
  readonly decimals: string
}

/** Longer expansions than this are only counted, never written out: 1e1000000000 is eleven characters long. */
const longestExpansion = 400

/** Reads a number in JSON's grammar and writes its exponent out exactly; undefined where that is out of all reason. */
export const readDecimal = (source: string): Decimal | undefined => {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source)
  if (parts === null) return undefined
  const [, sign, whole = '', decimals = '', exponent = '0'] = parts
  const shift = Number(exponent)
  if (Math.abs(shift) > longestExpansion) return undefined
  return { negative: sign === '-', ...shiftPoint(whole, decimals, shift) }
}

const shiftPoint = (whole: string, decimals: string, shift: number): Omit<Decimal, 'negative'> => {
  const digits = whole + decimals
  const point = whole.length + shift
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 0)
  return { whole: padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0', decimals: padded.slice(at) }
}

/** `1234.50`: canonical text, decimals as written. */
export const writeDecimal = ({ whole, decimals }: Decimal): string => (decimals === '' ? whole : `${whole}.${decimals}`)
