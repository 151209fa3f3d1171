/** Remembers what is known of a template before it is used, so that it need not be found out again. */
import type { Template } from './template.js'

const frozen = new WeakSet<object>()
const tested = new WeakSet<object>()

/** It is frozen to the last cell: what was made of it once stays right. */
export const markFrozen = (template: Template): Template => {
  frozen.add(template)
  return template
}

export const isFrozenWhole = (template: Template): boolean => frozen.has(template)

/** A test of this repository holds it against the schema, so that no process that prints need do it. */
export const markTested = (template: Template): Template => {
  tested.add(template)
  return template
}

export const isTested = (template: unknown): template is Template =>
  typeof template === 'object' && template !== null && tested.has(template)
