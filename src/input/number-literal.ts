/**
 * A number of the data file whose JavaScript value does not say what was written: 1.10, 1e3, 12345678901234567890.12.
 * Amounts are money, so the source text is kept. The key is a symbol: no JSON text and no ordinary object can have it.
 */
export const numberSource: unique symbol = Symbol.for('jixiao-forms.numberSource')

/** What `readJson` gives in place of such a number: `String(literal)` is what was written, `Number(literal)` its value. */
export interface NumberLiteral {
  /** The characters as they stand in the file, in JSON's number grammar. */
  readonly [numberSource]: string
}

/** The number itself where its text survives the way through a JavaScript number, else its text. */
export const numberOf = (source: string): number | NumberLiteral => {
  const value = Number(source)
  return String(value) === source ? value : numberLiteral(source)
}

export const numberLiteral = (source: string): NumberLiteral =>
  Object.freeze({ __proto__: asWritten, [numberSource]: source })

/** Whoever turns a literal into text, such as `z.coerce.string()`, gets what was written. */
const asWritten = Object.freeze({
  toString(this: NumberLiteral): string {
    return this[numberSource]
  },
})

export const isNumberLiteral = (value: unknown): value is NumberLiteral =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, numberSource)
