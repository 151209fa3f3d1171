/** Reads a whole file of the user. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { systemCode, unreadable } from './file-error.js'

/** Throws a FormError `file-unreadable`. */
export function readFile(path: string): Uint8Array {
  try {
    return readWhole(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** For the font book: a font that is not there is `font-missing`, any other trouble `file-unreadable`. */
export function readFontFile(path: string): Uint8Array {
  try {
    return readWhole(path)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw unreadable(path, error)
    throw new FormError([problem('font-missing', '', { role: '指定字体', file: path })], 'file')
  }
}

/** Asks first what was opened: reading a folder is refused by the system, but a device would be read forever. */
function readWhole(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    if (fstatSync(file).isCharacterDevice()) throw Object.assign(new Error('device'), { code: 'EIO' })
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}
