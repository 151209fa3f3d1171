/** Where bytes come in: there is room for so many, and behind them for what becomes of them, at most twice as many and 512. */
export function roomFor(length: i32): usize {
  const start = (__heap_base + 7) & ~7
  const missing = <i32>((start + 3 * length + 512 + 0xffff) >> 16) - memory.size()
  if (missing > 0 && memory.grow(missing) < 0) unreachable()
  return start
}
