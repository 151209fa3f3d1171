/** What decides the bytes of a form's PDF, as one hash: two records of the same key print the same file. */
import type { FormDefinition } from '../define-form.js'
import { canonicalJson } from '../input/canonical-json.js'
import type { FormOptions } from '../options.js'
import { shippedFonts } from '../platform/fonts-folder.js'
import { ownPackage } from '../platform/own-package.js'
import { readFile } from '../platform/read-file.js'
import { sha256Hex, sha256HexOfPieces } from '../platform/sha256.js'

/**
 * What all records of a run share: version of the package, its fonts, the user's fonts and pictures by content, the options and the forms'
 * templates, dates and archive fields. `today` is left out: it changes findings, never the print. A form's model is code and
 * no hash of it is made: it is known by the version of the package.
 */
export const surroundingsKey = (forms: readonly FormDefinition[], options: FormOptions): string => {
  const { today: _, fonts = {}, images = {}, ...rest } = options
  const shipped = Object.entries(shippedFonts().manifest).map(([id, { sha256 }]) => [id, sha256])
  const user = Object.entries(fonts).map(([role, font]) => [role, font.face ?? null, fileKey(font)])
  const pictures = Object.entries(images).map(([place, image]) => [place, fileKey(image)])
  const described = forms.map(({ id, formatVersion, defaultTemplate, templates, dates, archive }) => ({
    id,
    formatVersion,
    defaultTemplate,
    templates,
    dates,
    archive,
  }))
  return sha256Hex(
    canonicalJson({ version: ownPackage().version, shipped, user, pictures, options: rest, forms: described }),
  )
}

/** By content: a file of the same name may have been exchanged. @throws FormError `file-unreadable` */
/** A font or a picture of the caller. */
interface GivenFile {
  readonly bytes?: Uint8Array | undefined
  readonly path?: string | undefined
}

const fileKey = ({ bytes, path }: GivenFile): string => sha256Hex(bytes ?? (path === undefined ? '' : readFile(path)))

/** The key of one record: its data as it stands in the file, for `1.10` prints otherwise than `1.1`. */
export const contentKey = (surroundings: string, data: Uint8Array | string): string =>
  sha256HexOfPieces([surroundings, '\n', data])
