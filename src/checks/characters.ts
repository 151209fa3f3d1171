/** character: code points that look like a character and are another one, or like none at all. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { codePointName } from '../diagnostics/visible.js'
import { invisibleMarks } from '../text/normalise.js'
import { shortList } from './excerpt.js'
import type { TextField } from './fields.js'
import { ordinaryByRadical } from './radicals.js'

const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu

// The compatibility blocks without the twelve unified ideographs that stand among them (Unicode 23.5).
const compatibility =
  /[\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9\u{2f800}-\u{2fa1d}]/gu

/** Radicals Supplement and Kangxi Radicals. */
const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5]/gu

/** Nothing of all that: by far the most fields. Keeps the four patterns off ordinary text. */
const suspicious = /[\u00ad-\u2fd5\ue000-\ufaff\ufeff\ud83e\udb80-\udbff]|\ud87e/

/** One finding for each kind of character in the field, with the ordinary character where there is one. */
export const checkCharacters = ({ path, text }: TextField): readonly Diagnostic[] => {
  if (!suspicious.test(text)) return []
  const finding = (kind: 'private-use' | 'compatibility' | 'radical' | 'removed', marks: readonly string[]) =>
    marks.length === 0 ? [] : [problem(`character/${kind}`, path, { characters: shortList(marks.map(nameOf)) })]
  return [
    ...finding('private-use', text.match(privateUse) ?? []),
    ...finding('compatibility', text.match(compatibility) ?? []),
    ...finding('radical', text.match(radical) ?? []),
    ...finding('removed', invisibleMarks(text)),
  ]
}

/** `⼀ U+2F00（一）`. NFKC of an assigned character never changes (Unicode stability policy), so Node's version is no matter. */
const nameOf = (mark: string): string => {
  const name = codePointName(mark.codePointAt(0) ?? 0)
  if (invisibleMarks(mark).length > 0) return name
  const ordinary = ordinaryByRadical.get(mark) ?? mark.normalize('NFKC')
  return ordinary === mark ? `${mark} ${name}` : `${mark} ${name}（${ordinary}）`
}
