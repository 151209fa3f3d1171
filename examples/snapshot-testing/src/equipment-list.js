/** A form of one's own: a short list of equipment with its prices. A form is a model, a template and labels, all of them data. */
import { defineForm } from 'jixiao-forms'
import { z } from 'zod'

const model = z.strictObject({
  form: z.literal('equipment-list'),
  unit: z.string(),
  year: z.int(),
  purpose: z.string(),
  groups: z.array(
    z.strictObject({ kind: z.string(), items: z.array(z.strictObject({ name: z.string(), price: z.string() })) }),
  ),
})

const template = {
  id: 'plain',
  form: 'equipment-list',
  source: 'example',
  title: '设备购置清单',
  paper: { width: 210, height: 105, margin: { top: 16, right: 20, bottom: 15, left: 20 } },
  columns: [30, 90, 50],
  type: {
    body: { role: 'song', size: 10.5, lineHeight: 14 },
    title: { role: 'songBold', size: 16, lineHeight: 24 },
  },
  smallestType: 7.5,
  inset: { x: 1, y: 1 },
  rule: { frame: 1, hairline: 0.5 },
  heading: [{ role: 'title', content: '设备购置清单', type: 'title', after: 2 }],
  sections: [
    {
      kind: 'rows',
      rows: [
        {
          cells: [
            { columns: [1, 1], content: '单位' },
            { columns: [2, 3], content: { field: 'unit' } },
          ],
        },
        {
          cells: [
            { columns: [1, 1], content: '年度' },
            { columns: [2, 3], content: { field: 'year' } },
          ],
        },
        {
          breakInside: 'auto',
          cells: [
            { columns: [1, 1], content: '用途' },
            { columns: [2, 3], content: { field: 'purpose' }, justify: true },
          ],
        },
      ],
    },
    {
      kind: 'groups',
      each: 'groups',
      keys: ['kind'],
      standard: [],
      head: {
        cells: [
          { columns: [1, 1], content: '类别' },
          { columns: [2, 2], content: '名称' },
          { columns: [3, 3], content: '价格' },
        ],
      },
      merged: [{ columns: [1, 1], depth: 1, content: { field: 'kind' } }],
      sides: [
        {
          each: 'items',
          cells: [
            { columns: [2, 2], content: { field: 'name' } },
            { columns: [3, 3], content: { field: 'price' }, align: 'right' },
          ],
        },
      ],
    },
  ],
  pageFoot: { type: 'body', content: '第 {page} 页 共 {pages} 页' },
}

export const equipmentList = defineForm({
  id: 'equipment-list',
  // Where a plain Node finds this form: testForm prints it there in other time zones, locales and years.
  module: import.meta.url,
  title: '设备购置清单',
  formatVersion: 1,
  model,
  labels: {
    unit: '单位',
    year: '年度',
    purpose: '用途',
    groups: '设备',
    'groups[].kind': '类别',
    'groups[].items[].name': '名称',
    'groups[].items[].price': '价格',
  },
  steering: ['form'],
  dates: { year: 'year' },
  templates: { plain: template },
  defaultTemplate: 'plain',
  checks: () => [],
  sources: ['example'],
})
