/** Remembers the templates whose shape the compiler has checked, so that it need not be checked again at run time. */
import type { Template } from './template.js'

const typed = new WeakSet<object>()

export const markTyped = (template: Template): Template => {
  typed.add(template)
  return template
}

export const isTyped = (template: unknown): template is Template =>
  typeof template === 'object' && template !== null && typed.has(template)
