/** Walks a parsed form: its fields in the order of the paper, which is the order of the model. */

/** A field with text in it. */
export interface TextField {
  /** Field path such as `indicators[3].annual[0].value`. */
  readonly path: string
  readonly text: string
}

/** The non-empty text fields, save those that only steer (path patterns such as `indicators[].annual[].id`). */
export const textFieldsOf = (form: unknown, steering: ReadonlySet<string>): readonly TextField[] => {
  const fields: TextField[] = []
  collect(form, '', '', (path, pattern, text) => {
    if (!steering.has(pattern)) fields.push({ path, text })
  })
  return fields
}

type Take = (path: string, pattern: string, text: string) => void

/** The pattern is told along the way: finding it anew from each path would take longer than the walk. */
const collect = (value: unknown, path: string, pattern: string, take: Take): void => {
  if (typeof value === 'string') {
    if (value !== '') take(path, pattern, value)
  } else if (Array.isArray(value)) {
    const each = `${pattern}[]`
    for (let index = 0; index < value.length; index++) collect(value[index], `${path}[${index}]`, each, take)
  } else if (typeof value === 'object' && value !== null) {
    const dot = path === '' ? '' : '.'
    for (const key of Object.keys(value))
      collect((value as Record<string, unknown>)[key], `${path}${dot}${key}`, `${pattern}${dot}${key}`, take)
  }
}
