/** placeholder: words of the template or of a draft that were never replaced. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { findAll, readingOf } from '../model/reading.js'
import { shortList } from './excerpt.js'
import type { TextField } from './fields.js'

// 目标1： is left over only where nothing follows it: many good forms number their goals that way.
const leftOver =
  /(?<![A-Za-z])[Xx×]{2,}(?![A-Za-z0-9])|(?<![A-Za-z])(?:TBD|TODO|tbd|todo)(?![A-Za-z])|待\s{0,2}(?:填\s{0,2}写|补\s{0,2}充)|请\s{0,2}(?:填\s{0,2}写|输\s{0,2}入)|_{3,}|＿{2,}|目标\s{0,4}[\d一二三四五六七八九]\s{0,4}[:：](?=[\s；;，,。、]{0,9}(?:$|目标|……|\.{3}))/gmu

/** Words that say nothing, dashes and dots of every kind, and what programs write for nothing. */
const emptyWords =
  /^(?:无|暂无|没有|不详|不适用|不涉及|未定|待定|略|同上|[-—–―─－/／…*＊?？]+|N\/?A|null|undefined|none|NaN)[。.、；;]?$/i
const marks = /^[（(【[“"《](.*)[）)】\]”"》]$/s

/** One finding for a field: it says nothing (无, 待定), or holds words that were to be replaced. */
export const checkPlaceholders = ({ path, text }: TextField): readonly Diagnostic[] => {
  const whole = text.trim()
  if (whole.length <= 11 && emptyWords.test(readingOf(whole.replace(marks, '$1'))))
    return [problem('placeholder/whole', path, { found: whole })]
  if (!/[Xx×Ｘｘ]{2}|[TtＴｔ][BbOoＢｂＯｏ]|[_＿]{2}|[待请]\s{0,2}[填补输]|目标/.test(text)) return []
  const found = shortList(findAll(text, leftOver).map(({ written }) => written))
  return found.length === 0 ? [] : [problem('placeholder', path, { found })]
}
