/** A small form such as a consumer of the package makes: plain zod, one row for each field, and whatever a test changes. */
import * as z from 'zod'
import { defineForm, type FormDefinition } from '../../src/define-form.js'
import type { Template } from '../../src/template/template.js'

const body = { role: 'song', size: 10.5, lineHeight: 14 }

export const ownTemplate = (fields: readonly string[]): Template => ({
  id: 'own-2024',
  form: 'own',
  source: '自拟',
  title: '自制表',
  paper: { width: 210, height: 297, margin: { top: 20, right: 20, bottom: 20, left: 20 } },
  columns: [50, 100],
  type: { body },
  smallestType: 7.5,
  inset: { x: 1, y: 1 },
  rule: { frame: 1, hairline: 0.5 },
  heading: [{ content: '自制表', type: 'body', role: 'title' }],
  sections: [
    {
      kind: 'rows',
      rows: fields.map((field) => ({
        cells: [
          { columns: [1, 1] as const, role: 'label' as const, content: field },
          { columns: [2, 2] as const, content: { field } },
        ],
      })),
    },
  ],
})

export const ownModel = z.strictObject({ name: z.string(), filledAt: z.string().nullable() })

export const ownForm = (changes: Partial<FormDefinition> = {}): FormDefinition =>
  defineForm<z.ZodType>({
    id: 'own',
    title: '自制表',
    formatVersion: 1,
    model: ownModel,
    labels: { name: '部门名称', filledAt: '填报日期' },
    steering: [],
    dates: {},
    templates: { 'own-2024': ownTemplate(['name', 'filledAt']) },
    defaultTemplate: 'own-2024',
    checks: () => [],
    sources: [],
    ...changes,
  })
