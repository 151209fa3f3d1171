/** Prints with a font of your own: here a copy of a shipped one stands in for simfang.ttf. */
import { readFile, writeFile } from 'node:fs/promises'
import { defineForm, fontFiles, renderForm } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'

const sample = new URL('../templates/performance-target/samples/01-heating-allowance.json', import.meta.url)
const { 'yangquan-2023': official } = performanceTarget.templates

// The same official grid with its body in 仿宋: a template is data, so a variant of it is a copy with other values.
const template = {
  ...official,
  id: 'yangquan-2023-fangsong',
  type: { ...official.type, body: { ...official.type.body, role: 'fangsong' } },
}
const form = defineForm({
  ...performanceTarget,
  templates: { ...performanceTarget.templates, [template.id]: template },
})

const { pdf } = await renderForm(form, JSON.parse(await readFile(sample, 'utf8')), {
  template: template.id,
  fonts: { fangsong: { path: fontFiles().hei } },
})
await writeFile(process.argv[2] ?? 'fangsong.pdf', pdf)
