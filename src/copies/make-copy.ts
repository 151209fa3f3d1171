/** What a copy has beyond the form itself: pictures for its places, its code and the record it carries. */
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { UserFont } from '../fonts/user-font.js'
import type { Picture } from '../images/image.js'
import { openImage } from '../images/open-image.js'
import { canonicalJson } from '../input/canonical-json.js'
import { creationDateOf, type FormOptions } from '../options.js'
import type { Platform } from '../platform/platform.js'
import type { PlaceTemplate, Template } from '../template/template.js'
import { toBase64 } from './base64.js'
import { type CopyKind, isProven } from './copy-kind.js'
import { type CopyRecord, makeRecord, RECORD_FORMAT, RECORD_VERSION, type RecordedOptions } from './copy-record.js'

export interface Copy {
  readonly kind: CopyKind
  /** By place. */
  readonly pictures: Readonly<Record<string, Picture>>
  /** Final and public copies have one. */
  readonly record?: CopyRecord
  readonly code?: string
}

/** A form on its way to paper: as it was handed in (masked, in a public copy) and as its model reads it. */
export interface CopySource {
  readonly form: FormDefinition
  readonly input: unknown
  readonly data: unknown
  readonly template: Template
}

/** @throws FormError of kind `usage`: `option-invalid`, `image-missing`, `image-refused`; of kind `file`: `file-unreadable` */
export const makeCopy = (source: CopySource, options: FormOptions, platform: Platform): Copy => {
  const kind = options.copy ?? 'plain'
  if (!isProven(kind)) return { kind, pictures: {} }
  const { template } = source
  const pictures = openPictures(template, options, platform)
  const inputs = {
    format: RECORD_FORMAT,
    formatVersion: RECORD_VERSION,
    copy: kind,
    creator: platform.creator,
    form: source.form.id,
    template: { id: template.id, sha256: platform.sha256Hex(canonicalJson(template)) },
    fonts: Object.fromEntries(Object.entries(platform.shippedFonts().manifest).map(([id, { sha256 }]) => [id, sha256])),
    options: recordOptions(source, options, pictures, platform),
    data: source.input,
  } as const
  const record = makeRecord(inputs, materialsOf(source.form, template, pictures))
  return { kind, pictures, record, code: record.code }
}

/** @throws FormError of kind `usage`: `option-invalid`, `image-missing`, `image-refused`; of kind `file`: `file-unreadable` */
export const openPictures = (
  template: Template,
  options: FormOptions,
  platform: Platform,
): Readonly<Record<string, Picture>> => {
  const places = placesOf(template)
  return Object.fromEntries(
    Object.entries(options.images ?? {}).map(([name, image]) => {
      const kind = places.get(name)
      if (kind === undefined) throw noSuchPlace(name, [...places.keys()])
      return [name, openImage(name, kind, image, platform.readFile)]
    }),
  )
}

const placesOf = ({ signing }: Template): ReadonlyMap<string, PlaceTemplate['kind']> =>
  new Map([
    ...(signing?.places ?? []).map(({ name, kind }) => [name, kind] as const),
    ...(signing?.edgeSeal ? [[signing.edgeSeal.name, 'seal'] as const] : []),
  ])

const noSuchPlace = (found: string, places: readonly string[]): FormError => {
  const fault =
    places.length === 0
      ? problem('option-invalid', '', { option: 'images', found, reason: 'no-places' })
      : problem('option-invalid/choice', '', { option: 'images', found, allowed: places })
  return new FormError([fault], 'usage')
}

const recordOptions = (
  { form, data }: CopySource,
  options: FormOptions,
  pictures: Readonly<Record<string, Picture>>,
  platform: Platform,
): RecordedOptions => {
  const creationDate = creationDateOf(form, data, options)
  const images = Object.entries(pictures).map(([name, { file }]) => [name, platform.sha256Hex(file)])
  const fonts = Object.entries(options.fonts ?? {}).map(([role, font]) => [role, recordFont(font, platform)])
  return {
    ...(creationDate === undefined ? {} : { creationDate }),
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.drop === undefined || options.drop.length === 0 ? {} : { drop: [...new Set(options.drop)].sort() }),
    ...(images.length === 0 ? {} : { images: Object.fromEntries(images) }),
    ...(fonts.length === 0 ? {} : { fonts: Object.fromEntries(fonts) }),
  }
}

export const recordFont = ({ path, bytes, face }: UserFont, platform: Platform): { sha256: string; face?: string } => {
  const file = bytes ?? platform.readFontFile(path ?? '')
  return { sha256: platform.sha256Hex(file), ...(face === undefined ? {} : { face }) }
}

/** The form's own templates are in the package, and the hash says which it was. */
const materialsOf = (
  form: FormDefinition,
  template: Template,
  pictures: Readonly<Record<string, Picture>>,
): NonNullable<CopyRecord['materials']> => {
  const own = Object.values(form.templates).includes(template)
  const images = Object.entries(pictures).map(([name, { file }]) => [name, toBase64(file)])
  return {
    ...(own ? {} : { template }),
    ...(images.length === 0 ? {} : { images: Object.fromEntries(images) }),
  }
}
