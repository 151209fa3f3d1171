/** Forms nobody would write, on yangquan-2023, through every judge. */
import { HOSTILE_FORMS } from '../support/outside/hostile-forms.js'
import { judgeForm } from '../support/outside/judge-form.js'

for (const [name, make] of Object.entries(HOSTILE_FORMS)) judgeForm(name, make, 'yangquan-2023')
