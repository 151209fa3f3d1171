/** What a reprint needs and is not here: the version, the form, the template, the fonts. */
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { UserFont } from '../fonts/user-font.js'
import { canonicalJson } from '../input/canonical-json.js'
import type { Platform } from '../platform/platform.js'
import type { Template } from '../template/template.js'
import type { CopyRecord } from './copy-record.js'
import { recordFont } from './make-copy.js'

export interface Materials {
  readonly form: FormDefinition
  readonly template: Template
}

export interface Offered {
  readonly forms: readonly FormDefinition[]
  readonly fonts: Readonly<Record<string, UserFont>>
}

/** The form and the template of a copy, or every reason why it cannot be printed again here. */
export const findMaterials = (
  record: CopyRecord,
  offered: Offered,
  platform: Platform,
): Materials | readonly Diagnostic[] => {
  const form = offered.forms.find(({ id }) => id === record.form)
  if (form === undefined) return [problem('copy-material/form', '', { form: record.form })]
  const template = findTemplate(form, record, platform)
  const lacking = [
    ...(template === undefined ? [problem('copy-material/template', '', { template: record.template.id })] : []),
    ...(sameFonts(record, platform) ? [] : [problem('copy-material/shipped', '', { made: record.creator })]),
    ...lackingFonts(record, offered, platform),
  ]
  return template === undefined || lacking.length > 0 ? lacking : { form, template }
}

/** By its hash: a template of the package that was changed since, or one of the caller's own, is another template. */
const findTemplate = (
  { templates }: FormDefinition,
  { template, materials }: CopyRecord,
  { sha256Hex }: Platform,
): Template | undefined =>
  [...Object.values(templates), ...(materials?.template ? [materials.template] : [])].find(
    (one) => sha256Hex(canonicalJson(one)) === template.sha256,
  )

const sameFonts = ({ fonts }: CopyRecord, platform: Platform): boolean => {
  const { manifest } = platform.shippedFonts()
  const names = new Set([...Object.keys(manifest), ...Object.keys(fonts)])
  return [...names].every((name) => manifest[name]?.sha256 === fonts[name])
}

/** Fonts of the user are too large to travel with every copy: whoever verifies gives them again. */
const lackingFonts = ({ options }: CopyRecord, { fonts }: Offered, platform: Platform): readonly Diagnostic[] =>
  Object.entries(options.fonts ?? {})
    .filter(([role, { sha256 }]) => {
      const given = fonts[role]
      return given === undefined || hashOf(given, platform) !== sha256
    })
    .map(([role, { sha256 }]) => problem('copy-material/font', '', { role, sha256 }))

const hashOf = (font: UserFont, platform: Platform): string | undefined => {
  try {
    return recordFont(font, platform).sha256
  } catch (error) {
    if (error instanceof FormError) return undefined
    throw error
  }
}
