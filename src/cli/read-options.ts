/** Flags and environment → the options of the library. */

import type { CopyKind } from '../copies/copy-kind.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { UserFont } from '../fonts/user-font.js'
import type { UserImage } from '../images/image.js'
import type { FormOptions } from '../options.js'
import type { Flags } from './arguments.js'

/** What the command line knows of the world around it. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The clock, read by the command line only. */
  readonly now: Date
}

/** @throws FormError of kind `usage`: `option-invalid` */
export const readOptions = (flags: Flags, { environment, now }: Surroundings): FormOptions => {
  const epoch = readEpoch(environment['SOURCE_DATE_EPOCH'])
  const creationDate = flags.creationDate ?? epoch?.toISOString()
  return {
    today: localDay(epoch ?? now),
    strict: flags.strict,
    ...(flags.template === undefined ? {} : { template: flags.template }),
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(creationDate === undefined ? {} : { creationDate }),
    ...(flags.font.length === 0 ? {} : { fonts: readFonts(flags) }),
    ...readCopyOptions(flags),
  }
}

/** What `--copy` and its companions ask for; the engine says what does not fit together. */
const readCopyOptions = (flags: Flags): Pick<FormOptions, 'copy' | 'drop' | 'images' | 'attachData'> => {
  const { copy, drop, image, 'no-data': noData } = flags.values
  return {
    ...(copy === undefined ? {} : { copy: copy.at(-1) as CopyKind }),
    ...(drop === undefined ? {} : { drop }),
    ...(image === undefined ? {} : { images: readImages(flags) }),
    ...(noData === undefined ? {} : { attachData: false }),
  }
}

export const readImages = ({ values }: Flags): Readonly<Record<string, UserImage>> =>
  Object.fromEntries((values['image'] ?? []).map(readImage))

/** `PLACE=PATH`. */
const readImage = (value: string): [place: string, image: UserImage] => {
  const [, place, path] = /^([^=]+)=(.+)$/s.exec(value) ?? []
  if (place === undefined || path === undefined) throw invalid('--image', value, 'not-image-flag')
  return [place, { path }]
}

export const readFonts = ({ font }: Flags): Readonly<Record<string, UserFont>> => Object.fromEntries(font.map(readFont))

const invalid = (option: string, found: string, reason: string): FormError =>
  new FormError([problem('option-invalid', '', { option, found, reason })], 'usage')

/** The last second that a four-digit year can write. */
const LAST_SECOND = 253_402_300_799

/** Seconds since 1970, as reproducible builds give them. */
export const readEpoch = (value: string | undefined): Date | undefined => {
  if (value === undefined || value === '') return undefined
  const seconds = Number(value)
  if (/^\d+$/.test(value) && seconds <= LAST_SECOND) return new Date(seconds * 1000)
  throw invalid('SOURCE_DATE_EPOCH', value, 'not-epoch-seconds')
}

const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** `ROLE=PATH`, `ROLE=PATH#FACE`. */
const readFont = (value: string): [role: string, font: UserFont] => {
  const [, role, path, face] = /^([A-Za-z][\w-]*)=([^#]+|.+?)(?:#([^#/\\]+))?$/.exec(value) ?? []
  if (role === undefined || path === undefined) throw invalid('--font', value, 'not-font-flag')
  return [role, face === undefined ? { path } : { path, face }]
}
