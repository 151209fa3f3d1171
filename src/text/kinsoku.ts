/** 避头尾: the marks that may not begin or end a line (GB/T 15834-2011 5.1; CLREQ 3.1.4). The lists are closed. */

const LINE_START_PROHIBITED = new Set('。，、；：？！．…—～·）》〉】〕］｝』」”’％‰℃.,;:?!)]}%')
const LINE_END_PROHIBITED = new Set('（《〈【〔［｛『「“‘￥＄№([{')

/** Whether a line may not begin with this character. */
export const isLineStartProhibited = (character: string): boolean => LINE_START_PROHIBITED.has(character)

/** Whether a line may not end with this character. */
export const isLineEndProhibited = (character: string): boolean => LINE_END_PROHIBITED.has(character)
