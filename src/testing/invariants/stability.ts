/** The same data gives the same bytes, in another run, with its keys in another order, and from a template that went through JSON. */
import type * as z from 'zod'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { problem } from '../../diagnostics/make-problem.js'
import { parseForm } from '../../model/parse-form.js'
import { chooseTemplate } from '../../options.js'
import { nodePlatform } from '../../platform/node-platform.js'
import { render } from '../../render.js'
import type { Template } from '../../template/template.js'
import { compareFingerprints, fingerprint } from '../pdf/fingerprint.js'
import type { FilledForm } from './filled-form.js'
import { reverseKeys } from './reverse-keys.js'

/** `bytes-unstable` and `template-not-data`. */
export const stabilityFaults = async <M extends z.ZodType>(
  filled: FilledForm<M>,
  pdf: Uint8Array,
): Promise<readonly Diagnostic[]> => {
  const { form, data, options = {} } = filled
  const again = async (input: unknown, template?: Template): Promise<Uint8Array> =>
    (await render(form, input, template ? { ...options, template } : options, nodePlatform)).pdf
  const parsed = parseForm(form, data)
  const template = chooseTemplate(form, 'data' in parsed ? parsed.data : data, options)
  const copy = JSON.parse(JSON.stringify(template)) as Template
  return [
    ...unstable('second-run', pdf, await again(data)),
    ...unstable('key-order', pdf, await again(reverseKeys(data))),
    ...(compareFingerprints(fingerprint(pdf), fingerprint(await again(data, copy))).length === 0
      ? []
      : [problem('template-not-data', '', { template: template.id })]),
  ]
}

const unstable = (where: 'second-run' | 'key-order', before: Uint8Array, after: Uint8Array): readonly Diagnostic[] => {
  const [old, now] = [fingerprint(before), fingerprint(after)]
  return old.sha256 === now.sha256
    ? []
    : [problem(`bytes-unstable/${where}`, '', { differences: compareFingerprints(old, now, 'zh-CN') })]
}
