/** The published forms and the added samples, through every judge. */
import { VARIANTS } from '../support/outside/expected-print.js'
import { readSample, SAMPLE_FILES } from '../support/outside/hostile-forms.js'
import { judgeForm } from '../support/outside/judge-form.js'

for (const name of SAMPLE_FILES) for (const variant of VARIANTS) judgeForm(name, () => readSample(name), variant)
