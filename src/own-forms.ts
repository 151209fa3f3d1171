/** The forms of this package, for what begins with a printed copy and not with a form: the copy names its form by id. */
import type { FormDefinition } from './define-form.js'

/** Loaded when it is first asked for: the engine itself knows no form, and whoever prints brings one. */
export const ownForms = async (): Promise<readonly FormDefinition[]> => (await import('../templates/index.js')).forms
