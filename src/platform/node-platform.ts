/** The engine's platform under Node: the package's own fonts, files of the user by path, the name and version of the package. */
import { shippedFonts } from './fonts-folder.js'
import { ownPackage } from './own-package.js'
import type { Platform } from './platform.js'
import { readFile, readFontFile } from './read-file.js'
import { sha256, sha256Hex } from './sha256.js'

export const nodePlatform: Platform = {
  shippedFonts,
  readFontFile,
  readFile,
  sha256,
  sha256Hex,
  giveWay: () => new Promise((resolve) => setImmediate(resolve)),
  get creator() {
    return `jixiao-forms ${ownPackage().version}`
  },
}
