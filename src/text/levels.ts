/**
 * How bad a line break is, from none to unthinkable. A line breaker takes the last place of the lowest level that its line offers;
 * so every higher level is used only where no lower one is left, and a line always makes progress.
 */
export const BREAK = {
  /** A legal break. */
  free: 0,
  /** Leaves a single character on the paragraph's last line (孤字). */
  runt: 1,
  /** Inside a number with unit or a word, at its joint: before `/`, after `-`, between number and unit. */
  joint: 2,
  /** The same, where it leaves a single character on the last line. */
  jointRunt: 3,
  /** At a thousands comma, or between a year and its 年: what stands before it reads as another number. */
  figure: 4,
  /** Inside a number with unit or a word, anywhere. */
  torn: 5,
  /** The same, where it leaves a single character on the last line. */
  tornRunt: 6,
  /** A forbidden mark would begin or end a line. */
  prohibited: 7,
  /** Before a space: it hangs at the line end instead. */
  never: 8,
} as const
