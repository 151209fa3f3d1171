/** Fonts in memory that all threads share: 50 MB once for a process, whatever the number of workers. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FontManifest, ShippedFonts } from '../fonts/manifest.js'
import { openUserFont, type ReadFile, type UserFont } from '../fonts/user-font.js'
import type { FormOptions } from '../options.js'
import { findFontsFolder, openFontsFolder, shippedFonts } from '../platform/fonts-folder.js'

/** One font file. The system gives the memory page by page, as it is filled: a font that no text needs costs nothing. */
interface SharedFile {
  readonly bytes: SharedArrayBuffer
  /** One number: 1 when the bytes stand. */
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
  const folder = findFontsFolder(import.meta.url)
  const { manifest } = shippedFonts()
  const files = Object.values(manifest).map(
    ({ file }) => [file, emptyFile(statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0)] as const,
  )
  return { folder, manifest, files: Object.fromEntries(files) }
}

const emptyFile = (size: number): SharedFile => ({
  bytes: new SharedArrayBuffer(size),
  filled: new SharedArrayBuffer(4),
})

/** The port of one thread on the shared fonts. */
export const openSharedFonts = ({ folder, manifest, files }: SharedFonts): ShippedFonts => {
  const source = openFontsFolder(folder)
  return {
    manifest,
    read: (file) => {
      const shared = files[file]
      return shared === undefined ? source.read(file) : readShared(shared, () => source.read(file))
    },
  }
}

/**
 * The first thread that needs a file fills it in. Two that come at once write the same bytes over each other, which changes
 * nothing; a thread that dies on the way leaves `filled` at 0, and the next one starts anew. So no lock is needed.
 */
const readShared = ({ bytes, filled }: SharedFile, read: () => Uint8Array): Uint8Array => {
  const state = new Int32Array(filled)
  const view = new Uint8Array(bytes)
  if (Atomics.load(state, 0) === 1) return view
  view.set(read())
  Atomics.store(state, 0, 1)
  return view
}

/**
 * The options with the user's fonts read once, into shared memory, and found to be usable.
 * @throws FormError of kind `file`: `font-missing`, `font-refused`, `font-face-missing`, `file-unreadable`
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
