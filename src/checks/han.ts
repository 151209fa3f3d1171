/**
 * Chinese characters as a regular-expression class. Given as ranges, because `\p{Script=Han}` follows
 * the Unicode version of the Node that runs it, and findings must not.
 */
export const han = '[\\u3400-\\u4dbf\\u4e00-\\u9fff〇\\u{20000}-\\u{3ffff}]'

const hanPattern = new RegExp(han, 'u')

export const hasHan = (text: string): boolean => hanPattern.test(text)
