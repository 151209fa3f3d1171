/** Fonts in memory that all threads share: 50 MB once for a process, whatever the number of workers. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FontManifest, ShippedFonts } from '../fonts/manifest.js'
import { openUserFont, type ReadFile, type UserFont } from '../fonts/user-font.js'
import type { FormOptions } from '../options.js'
import { blockCount, type FileMemory, roomFor } from '../platform/file-blocks.js'
import { fontsFolder, openShipped, shippedFonts } from '../platform/fonts-folder.js'

/** Room for one font file, which whichever thread needs a glyph first reads. */
interface SharedFile {
  readonly bytes: SharedArrayBuffer
  /** One number a block: 1 when its bytes stand. */
  readonly filled: SharedArrayBuffer
}

/** What a worker is given; structured cloning passes shared buffers on without copying them. */
export interface SharedFonts {
  readonly folder: string
  readonly manifest: FontManifest
  readonly files: Readonly<Record<string, SharedFile>>
}

/** Room for the shipped fonts, still empty. @throws FormError of kind `file`: `font-missing` */
export const shareShippedFonts = (): SharedFonts => {
  const folder = fontsFolder()
  const { manifest } = shippedFonts()
  const files = Object.values(manifest).map(
    ({ file }) => [file, emptyFile(statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0)] as const,
  )
  return { folder, manifest, files: Object.fromEntries(files) }
}

const emptyFile = (size: number): SharedFile => ({
  bytes: new SharedArrayBuffer(size),
  filled: new SharedArrayBuffer(blockCount(size)),
})

/** The port of one thread on the shared fonts. */
export const openSharedFonts = ({ folder, manifest, files }: SharedFonts): ShippedFonts => ({
  manifest,
  open: (file) => openShipped(folder, file, (length) => sharedRoom(files[file], length)),
})

/** A file that has another size than it had when the room was made has been replaced: this thread reads it for itself. */
const sharedRoom = (shared: SharedFile | undefined, length: number): FileMemory =>
  shared?.bytes.byteLength === length
    ? { bytes: new Uint8Array(shared.bytes), filled: new Uint8Array(shared.filled) }
    : roomFor(length)

/**
 * The options with the user's fonts read once, into shared memory, and found to be usable.
 * @throws FormError of kind `file`: `font-missing`, `font-unreadable`, `font-refused`, `font-face-missing`, `file-unreadable`
 */
export const shareUserFonts = (options: FormOptions, readFile: ReadFile): FormOptions => {
  if (options.fonts === undefined) return options
  const fonts = Object.entries(options.fonts).map(
    ([role, font]) => [role, shareUserFont(role, font, readFile)] as const,
  )
  return { ...options, fonts: Object.fromEntries(fonts) }
}

/** Opened here while its path is still known: a refusal in a thread could name the role only. */
const shareUserFont = (role: string, font: UserFont, readFile: ReadFile): UserFont => {
  if (font.bytes?.buffer instanceof SharedArrayBuffer) return font
  const bytes = font.bytes ?? readFile(font.path ?? '')
  openUserFont(role, font, () => bytes)
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return { bytes: shared, ...(font.face === undefined ? {} : { face: font.face }) }
}
