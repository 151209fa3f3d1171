/** What happened between two texts, in the smallest words that say it. */

export type TextDifference =
  | { readonly kind: 'lost'; readonly before: string; readonly after: ''; readonly following: string }
  | { readonly kind: 'added'; readonly before: ''; readonly after: string; readonly following: string }
  /** Two neighbours changed places, or the same characters stand in another order. */
  | {
      readonly kind: 'swapped' | 'reordered' | 'replaced'
      readonly before: string
      readonly after: string
      readonly following: string
    }

/** Undefined for equal texts. `following` is the text just before the difference, at most six characters. */
export const compareTexts = (before: string, after: string): TextDifference | undefined => {
  if (before === after) return undefined
  const [a, b] = [Array.from(before), Array.from(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const following = a.slice(Math.max(0, start - 6), start).join('')
  return classify(a.slice(start, a.length - end), b.slice(start, b.length - end), following)
}

const classify = (before: readonly string[], after: readonly string[], following: string): TextDifference => {
  const [old, now] = [before.join(''), after.join('')]
  if (now === '') return { kind: 'lost', before: old, after: '', following }
  if (old === '') return { kind: 'added', before: '', after: now, following }
  const sameCharacters = before.toSorted().join('') === after.toSorted().join('')
  const kind = !sameCharacters ? 'replaced' : before.length === 2 ? 'swapped' : 'reordered'
  return { kind, before: old, after: now, following }
}
