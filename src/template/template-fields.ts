/** Finds every field that a template names, each as the path of one that the data could have: of a list, its first item. */

import { isPieces } from './bind-content.js'
import { joinPath } from './field-path.js'
import type { Content, GroupsSection, Template } from './template.js'

/** A field and the place in the template that names it. */
export interface NamedField {
  readonly place: string
  readonly path: string
}

export const fieldsOf = (template: Template): readonly NamedField[] => {
  const { heading, sections, signature, pageHead, masking = [] } = template
  return [
    ...heading.flatMap(({ content }, index) => contentFields(content, `heading[${index}]`, '')),
    ...sections.flatMap((section, index) => {
      const place = `sections[${index}]`
      if (section.kind === 'groups') return groupsFields(section, place)
      return section.rows.flatMap(({ cells }, row) => cellFields(cells, `${place}.rows[${row}]`, ''))
    }),
    ...cellFields(signature?.cells ?? [], 'signature', ''),
    ...contentFields(pageHead?.content, 'pageHead', ''),
    ...masking.flatMap(({ fields = [], except = [] }, index) =>
      [...fields, ...except].map((pattern) => ({ place: `masking[${index}]`, path: pattern.replaceAll('[]', '[0]') })),
    ),
  ]
}

const groupsFields = (section: GroupsSection, place: string): readonly NamedField[] => {
  const group = `${section.each}[0]`
  const { label, pairBy } = section
  return [
    { place: `${place}.each`, path: section.each },
    ...section.keys.map((key) => ({ place: `${place}.keys`, path: joinPath(group, key) })),
    ...cellFields([...(label ? [label] : []), ...section.head.cells], `${place}.head`, ''),
    ...cellFields(section.merged, `${place}.merged`, group),
    ...section.sides.flatMap(({ each, cells }, index) => {
      const item = `${joinPath(group, each)}[0]`
      const pair = pairBy === undefined ? [] : [{ place: `${place}.pairBy`, path: joinPath(item, pairBy) }]
      return [
        { place: `${place}.sides[${index}].each`, path: joinPath(group, each) },
        ...cellFields(cells, `${place}.sides[${index}]`, item),
        ...pair,
      ]
    }),
  ]
}

const cellFields = (
  cells: readonly { readonly content?: Content }[],
  place: string,
  base: string,
): readonly NamedField[] => cells.flatMap(({ content }) => contentFields(content, place, base))

const contentFields = (content: Content | undefined, place: string, base: string): readonly NamedField[] => {
  if (content === undefined) return []
  return (isPieces(content) ? content : [content]).flatMap((piece) => {
    if (typeof piece === 'string') return []
    const fields = piece.field === undefined ? [] : [piece.field]
    return [...fields, ...(piece.sumOf ?? [])].map((field) => ({ place, path: joinPath(base, field) }))
  })
}
