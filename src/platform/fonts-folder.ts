/** The fonts that come with the package: where they lie, and the port through which the font book reads it. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FontFile } from '../fonts/font-file.js'
import type { FontManifest, ShippedFonts } from '../fonts/manifest.js'
import { CUT_SHORT, type FileMemory, openBlocks, roomFor } from './file-blocks.js'
import { fontUnopened, systemCode, unreadable } from './file-error.js'
import { ownPackage } from './own-package.js'

const MANIFEST = 'MANIFEST.json'

let port: ShippedFonts | undefined

/** The shipped fonts, the same object each time, so that all documents of the process share the parsed fonts. */
export function shippedFonts(): ShippedFonts {
  port ??= openFontsFolder(fontsFolder())
  return port
}

/**
 * A fonts folder with its manifest.
 * @throws FormError `font-missing` where the folder or a file is not there, `font-unreadable` where it is damaged,
 * `file-unreadable` where the system refuses it
 */
export function openFontsFolder(folder: string): ShippedFonts {
  const manifest = readManifest(folder)
  return { manifest, open: (file) => openShipped(folder, file, roomFor) }
}

/** A manifest that was cut short is as good as none: the package must be installed again. */
function readManifest(folder: string): FontManifest {
  const text = readShipped(folder, MANIFEST).toString('utf8')
  try {
    return JSON.parse(text) as FontManifest
  } catch {
    throw damaged(join(folder, MANIFEST))
  }
}

/** Paths of the shipped font files by face id, as pdfmake's `setFonts` wants them for `toPdfmake` documents. */
export function fontFiles(): Record<string, string> {
  const folder = fontsFolder()
  const fonts = Object.entries(shippedFonts().manifest)
  return Object.fromEntries(fonts.map(([id, { file }]) => [id, join(folder, file)]))
}

/** Where the shipped fonts lie. @throws FormError `package-bundled` */
export function fontsFolder(): string {
  return join(ownPackage().folder, 'fonts')
}

/**
 * A font of the folder, of which nothing is read before it is asked for.
 * @param makeRoom for as many bytes as the file has
 * @throws FormError `font-missing`, `file-unreadable`; later, while it is read, also `font-unreadable` where it has become shorter
 */
export function openShipped(folder: string, file: string, makeRoom: (length: number) => FileMemory): FontFile {
  const path = join(folder, file)
  const opened = orUnopened(path, () => openBlocks(path, makeRoom(statSync(path).size)))
  return {
    length: opened.length,
    view(start, end) {
      try {
        return opened.view(start, end)
      } catch (error) {
        throw systemCode(error) === CUT_SHORT ? damaged(path) : unreadable(path, error)
      }
    },
  }
}

function readShipped(folder: string, file: string): Buffer {
  const path = join(folder, file)
  return orUnopened(path, () => readFileSync(path))
}

/** What the act gives; what it throws as the FormError of a shipped font. */
function orUnopened<T>(path: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw fontUnopened(SHIPPED, path, error)
  }
}

/** Stands in messages where a caller's font has its role. */
const SHIPPED = '随附字体'

const damaged = (file: string): FormError =>
  new FormError([problem('font-unreadable', '', { file, reason: 'damaged' })], 'file')
