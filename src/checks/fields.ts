/** Walks a parsed form: its fields in the order of the paper, which is the order of the model. */
import { patternOf } from '../diagnostics/label.js'

/** A field with text in it. */
export interface TextField {
  /** Field path such as `indicators[3].annual[0].value`. */
  readonly path: string
  readonly text: string
}

interface Node {
  readonly path: string
  readonly value: unknown
}

/** Everything in the form, outermost first, each object before its members. */
export const nodesOf = (value: unknown, path = ''): readonly Node[] => {
  const nodes: Node[] = []
  collect(value, path, nodes)
  return nodes
}

/** The non-empty text fields, save those that only steer (path patterns such as `indicators[].annual[].id`). */
export const textFieldsOf = (form: unknown, steering: ReadonlySet<string>): readonly TextField[] =>
  nodesOf(form).flatMap(({ path, value }) =>
    typeof value === 'string' && value !== '' && !steering.has(patternOf(path)) ? [{ path, text: value }] : [],
  )

const collect = (value: unknown, path: string, nodes: Node[]): void => {
  nodes.push({ path, value })
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(item, `${path}[${index}]`, nodes)
    })
    return
  }
  for (const [key, inner] of Object.entries(value)) collect(inner, path === '' ? key : `${path}.${key}`, nodes)
}
