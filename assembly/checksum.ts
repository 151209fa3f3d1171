/** Sum of the 32-bit words of a stretch, big-endian, modulo 2^32 (OpenType, “Calculating checksums”). */
export function checksum(at: usize, end: usize): u32 {
  let sum: u32 = 0
  for (; at < end; at += 4) sum += bswap<u32>(load<u32>(at))
  return sum
}
