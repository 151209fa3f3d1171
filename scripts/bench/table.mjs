// Prints tables of figures in plain text.

export const write = (line = '') => process.stdout.write(`${line}\n`)

/** @param {number | undefined} value */
export const fixed = (value, digits = 2) => (value ?? Number.NaN).toFixed(digits)

/** A blank line and the heads of the columns. @param {string} title @param {readonly string[]} columns @param {number} [width] */
export function heading(title, columns, width) {
  write()
  row(title, columns, width)
}

/** @param {string} title @param {readonly string[]} cells @param {number} width  of each cell, in letters */
export function row(title, cells, width = 13) {
  write([title.padEnd(42), ...cells.map((cell) => cell.padStart(width))].join(''))
}
