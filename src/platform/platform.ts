/** What the engine asks of the machine it runs on. Clock, files and randomness come in here or as arguments, nowhere else. */
import type { ShippedFonts } from '../fonts/manifest.js'
import type { ReadFile } from '../fonts/user-font.js'

export interface Platform {
  /** The package's fonts: the same object each time, so that all documents share what is parsed of them. */
  readonly shippedFonts: () => ShippedFonts
  readonly readFontFile: ReadFile
  /** Any other file of the user; throws a FormError `file-unreadable`. */
  readonly readFile: ReadFile
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  /** In hexadecimal digits; of a text, its UTF-8. */
  readonly sha256Hex: (content: Uint8Array | string) => string
  /** Lets timers, signals and other work of the thread have their turn; a promise that is ready at once gives them none. */
  readonly giveWay: () => Promise<void>
  /** Name and version of the package, as the PDF names its maker. */
  readonly creator: string
}
