/** This package as it is installed: its folder, where the fonts lie, and its version. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

export interface OwnPackage {
  readonly folder: string
  /** Such as `0.1.0`. */
  readonly version: string
}

let found: OwnPackage | undefined

/** @throws FormError of kind `file`: `package-bundled` */
export const ownPackage = (): OwnPackage => {
  found ??= findPackage(import.meta.url)
  return found
}

/**
 * The package that a module of it belongs to: this file runs from `src/platform`, from `dist/src/platform` and, bundled by the
 * package itself, from `dist/bin`. A module that somebody else's bundler took elsewhere has lost it, and with it the fonts.
 * @param from URL of the module; undefined where a bundler wrote CommonJS
 * @throws FormError of kind `file`: `package-bundled`
 */
export const findPackage = (from: string | undefined): OwnPackage => {
  const own = from === undefined ? undefined : packageAbove(dirname(fileURLToPath(from)))
  if (own === undefined) throw new FormError([problem('package-bundled', '', { package: NAME })], 'file')
  return own
}

const NAME = 'jixiao-forms'

const packageAbove = (folder: string): OwnPackage | undefined => {
  const { name, version } = readDescription(join(folder, 'package.json'))
  if (name === NAME) return { folder, version }
  const parent = dirname(folder)
  return parent === folder ? undefined : packageAbove(parent)
}

interface Description {
  readonly name: string
  readonly version: string
}

const NONE: Description = { name: '', version: '' }

const readDescription = (file: string): Description =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Description) : NONE
