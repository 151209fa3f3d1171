/** A quick look that spares most fields the slower rules: names and values are nearly all of this kind. */

const plain = /^[\u4e00-\u9fff\d≥≤%、，。；：\n]*$/

/** Only common Chinese characters, digits and plain stops: no bracket, quote, letter or odd character stands in it. */
export const isPlainText = (text: string): boolean => plain.test(text)
