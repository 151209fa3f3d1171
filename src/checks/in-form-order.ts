/** Puts findings in the one order that does not depend on how the rules were run: field by field as on paper, then rule by rule. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { stepsOf } from '../diagnostics/field-path.js'

/** The findings, sorted; those of one field keep the order they came in. */
export const inFormOrder = (form: unknown, findings: readonly Diagnostic[]): readonly Diagnostic[] =>
  findings
    .map((finding) => ({ finding, place: placeOf(form, finding.path) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ finding }) => finding)

/** Which child to take at each step from the form to the field, counted from 0. What the form does not have comes last. */
const placeOf = (form: unknown, path: string): readonly number[] => {
  let value = form
  const place: number[] = []
  for (const step of stepsOf(path)) {
    const index = childIndex(value, step)
    if (index === -1) return NOWHERE
    place.push(index)
    value = (value as Readonly<Record<string, unknown>>)[step]
  }
  return place
}

const NOWHERE = [Number.POSITIVE_INFINITY]

const childIndex = (value: unknown, step: string): number => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return -1
  return Array.isArray(value) ? Number(step) : Object.keys(value).indexOf(step)
}

/** What is around something comes before it. */
const comparePlaces = (a: readonly number[], b: readonly number[]): number => {
  for (let step = 0; step < a.length && step < b.length; step++) {
    if (a[step] !== b[step]) return (a[step] as number) < (b[step] as number) ? -1 : 1
  }
  return a.length - b.length
}
