/** Prints a form from its JSON file: `node examples/print-form.mjs [FORM.json] [OUT.pdf]`. */
import { readFile, writeFile } from 'node:fs/promises'
import { describeDiagnostic, FormError, readJson, renderForm } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'

const sample = new URL('../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url)
const [input = sample, output = 'form.pdf'] = process.argv.slice(2)

try {
  const data = readJson(await readFile(input))
  const { pdf, pages, diagnostics } = await renderForm(performanceTarget, data)
  await writeFile(output, pdf)
  console.log(`${output}: ${pages.length} pages`)
  for (const diagnostic of diagnostics) console.log(describeDiagnostic(diagnostic).message)
} catch (error) {
  if (!(error instanceof FormError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
