/** The schema of the template language, for templates that come as JSON. Its meaning stands in `template.ts`; a test holds the two together. */
import * as z from 'zod'
import { FORMATTER_NAMES, MASK_NAMES } from './template.js'

/** Built when a template is first checked: most runs print shipped templates, which a test has checked. */
export const createTemplateSchema = () => {
  const positive = z.number().positive().max(10_000)
  const notNegative = z.number().nonnegative().max(10_000)
  const name = z.string().min(1)

  const piece = z.union([
    z.string(),
    z
      .strictObject({
        field: name.optional(),
        format: z.enum(FORMATTER_NAMES).optional(),
        choices: z.record(z.string(), z.string()).optional(),
        sumOf: z.array(name).min(1).optional(),
        prefix: z.string().optional(),
        suffix: z.string().optional(),
        join: z.string().optional(),
        blank: z.string().optional(),
      })
      .refine((value) => value.field !== undefined || value.sumOf !== undefined, {
        message: 'field 与 sumOf 至少要有一个',
      }),
  ])
  const content = z.union([piece, z.array(piece)])
  const align = z.enum(['left', 'center', 'right'])

  const cellShape = {
    columns: z.tuple([z.int().min(1), z.int().min(1)]),
    rows: z.int().min(1).optional(),
    role: z.enum(['label', 'head', 'value']).optional(),
    content: content.optional(),
    label: z.string().optional(),
    type: name.optional(),
    align: align.optional(),
    verticalAlign: z.enum(['top', 'middle']).optional(),
    justify: z.boolean().optional(),
  }
  const cell = z.strictObject(cellShape)
  const rowShape = { cells: z.array(cell).min(1), minHeight: notNegative.optional() }
  const row = z.strictObject({ ...rowShape, breakInside: z.enum(['auto', 'avoid']).optional() })

  const rowsSection = z.strictObject({
    kind: z.literal('rows'),
    headRows: z.int().nonnegative().optional(),
    keepTogether: z.boolean().optional(),
    rows: z.array(row).min(1),
  })

  const groupsSection = z.strictObject({
    kind: z.literal('groups'),
    label: cell.optional(),
    head: z.strictObject(rowShape),
    each: name,
    keys: z.array(name).min(1),
    standard: z.array(z.array(z.string())),
    merged: z.array(z.strictObject({ ...cellShape, depth: z.int().min(1) })),
    sides: z.array(z.strictObject({ each: name, cells: z.array(cell).min(1) })),
    pairBy: name.optional(),
    minHeight: notNegative.optional(),
  })

  const lineShape = { type: name, align: align.optional(), after: notNegative.optional() }
  const line = z.discriminatedUnion('role', [
    z.strictObject({ ...lineShape, role: z.literal('title'), content: z.string().optional() }),
    z.strictObject({ ...lineShape, role: z.literal('subtitle').optional(), content }),
  ])

  const maskingRule = z
    .strictObject({
      name,
      label: name,
      mask: z.enum(MASK_NAMES),
      fields: z.array(name).min(1).optional(),
      except: z.array(name).optional(),
      onRequest: z.boolean().optional(),
    })
    .refine((rule) => rule.mask !== 'drop' || rule.fields !== undefined, { message: 'drop 须写明 fields' })

  const signing = z.strictObject({
    block: positive,
    line: notNegative,
    places: z.array(
      z.strictObject({
        name,
        label: name,
        kind: z.enum(['signature', 'seal']),
        cell: z.int().min(1),
        y: notNegative,
        width: positive,
        height: positive,
      }),
    ),
    edgeSeal: z.strictObject({ name, label: name, size: positive, slice: positive }).optional(),
  })

  const proof = z.strictObject({ content: z.string().includes('{code}'), type: name, qr: positive, bottom: positive })

  return z.strictObject({
    id: name,
    form: name,
    source: z.string(),
    title: z.string(),
    paper: z.strictObject({
      width: positive,
      height: positive,
      margin: z.strictObject({ top: notNegative, right: notNegative, bottom: notNegative, left: notNegative }),
    }),
    columns: z.array(positive).min(1),
    type: z.record(name, z.strictObject({ role: name, size: positive, lineHeight: positive })),
    smallestType: positive,
    inset: z.strictObject({ x: notNegative, y: notNegative }),
    rule: z.strictObject({ frame: positive, hairline: positive }),
    heading: z.array(line),
    sections: z.array(z.discriminatedUnion('kind', [rowsSection, groupsSection])).min(1),
    signature: z
      .strictObject({ columns: z.array(positive).min(1), cells: z.array(cell).min(1), before: notNegative })
      .optional(),
    pageHead: z.strictObject({ content, type: name }).optional(),
    pageFoot: z.strictObject({ content: z.string(), type: name }).optional(),
    signing: signing.optional(),
    proof: proof.optional(),
    masking: z.array(maskingRule).optional(),
    continuation: z.string().optional(),
    conventions: z.record(name, z.array(z.string())).optional(),
  })
}
