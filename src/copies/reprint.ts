/** Prints a copy again from what it carries inside. */

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { UserImage } from '../images/image.js'
import type { FormOptions } from '../options.js'
import type { Platform } from '../platform/platform.js'
import { type RenderedForm, render } from '../render.js'
import { fromBase64 } from './base64.js'
import type { CopyRecord } from './copy-record.js'
import type { Materials, Offered } from './find-materials.js'

/** The reprint, or why the data inside does not print: a copy that was really made always does. */
export const reprint = async (
  record: CopyRecord,
  { form, template }: Materials,
  offered: Offered,
  platform: Platform,
): Promise<RenderedForm | Diagnostic> => {
  const images = readImages(record)
  if (images === undefined) return problem('copy-altered/record', '', { reason: 'not-a-record' })
  try {
    return await render(form, record.data, optionsOf(record, template, images, offered), platform)
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    return problem('copy-altered/data', '', { reason: error.diagnostics[0]?.code ?? '' })
  }
}

const readImages = ({ materials }: CopyRecord): Readonly<Record<string, UserImage>> | undefined => {
  const images = Object.entries(materials?.images ?? {}).map(([name, text]) => [name, fromBase64(text)] as const)
  if (images.some(([, bytes]) => bytes === undefined)) return undefined
  return Object.fromEntries(images.flatMap(([name, bytes]) => (bytes ? [[name, { bytes }]] : [])))
}

const optionsOf = (
  { copy, options }: CopyRecord,
  template: Materials['template'],
  images: Readonly<Record<string, UserImage>>,
  { fonts }: Offered,
): FormOptions => {
  const { creationDate, title, drop } = options
  const faces = Object.entries(options.fonts ?? {}).map(([role, { face }]) => [
    role,
    { ...fonts[role], ...(face === undefined ? {} : { face }) },
  ])
  return {
    copy,
    template,
    ...(creationDate === undefined ? {} : { creationDate }),
    ...(title === undefined ? {} : { title }),
    ...(drop === undefined || copy !== 'public' ? {} : { drop }),
    ...(Object.keys(images).length === 0 ? {} : { images }),
    ...(faces.length === 0 ? {} : { fonts: Object.fromEntries(faces) }),
  }
}
