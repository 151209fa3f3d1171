/** Draws the README's picture: the first page of a sample form, with the same pixels on every machine. */
import { readFileSync, writeFileSync } from 'node:fs'
import { readJson, renderForm } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'
import { encodePng, renderPages } from 'jixiao-forms/testing'

const sample = new URL('../templates/performance-target/samples/07-rural-drinking-water.json', import.meta.url)
const { pdf } = await renderForm(performanceTarget, readJson(readFileSync(sample)))
const [page] = await renderPages(pdf, { dpi: 110, pages: [1] })
writeFileSync(new URL('../templates/performance-target/page.png', import.meta.url), encodePng(page))
