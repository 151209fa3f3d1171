// What is promised: the limits of the first release, and those of the release that is to be ahead of Typst.

/** Growth that still counts as flat: garbage is not collected on the dot, and the heap finds its size in the first hundred forms. */
export const flatness = 1.05

/**
 * @typedef {{ what: string, limit: number, unit?: string }} Target
 * @type {Record<string, Target>}
 */
export const targets = {
  warmTypst: { what: 'warm form ÷ Typst', limit: 2 },
  warmPdfmake: { what: 'warm form ÷ pdfmake table', limit: 0.4 },
  coldTypst: { what: 'cold process ÷ Typst', limit: 2.5 },
  rows64: { what: '64 × rows ÷ 1 ×', limit: 80 },
  memory: { what: 'peak memory', limit: 250, unit: 'MB' },
  memoryGrowth: { what: 'memory, last quarter ÷ third', limit: flatness },
}

/** @type {Record<string, Target>} */
export const laterTargets = {
  warmTypst: { what: 'warm form ÷ Typst', limit: 0.4 },
  warmLimit: { what: 'warm form ÷ limit writer', limit: 2 },
  coldTypst: { what: 'cold process ÷ Typst', limit: 1 },
  size: { what: 'size of the form', limit: 90, unit: 'KB' },
  addedRow: { what: 'each row from 64 × to 256 ×', limit: 100, unit: 'µs' },
}
