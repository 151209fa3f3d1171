/** The forms this package prints. */
import type { FormDefinition } from '../src/define-form.js'
import { performanceTarget } from './performance-target/index.js'

export { performanceTarget } from './performance-target/index.js'
export type { PerformanceTarget, PerformanceTargetInput } from './performance-target/model.js'

/** Every form, in the order it is listed to people. */
export const forms: readonly FormDefinition[] = [performanceTarget]
