/** Refuses an output that is one of the files the command reads: written over, a key or a seal would be gone for good. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { listForms } from '../many/list-forms.js'
import type { Flags } from './arguments.js'
import { readFonts, readImages } from './read-options.js'

/**
 * An output that is not there yet is nobody's file, and `-` is none.
 * @throws FormError of kind `usage`: `option-invalid/same-file`
 */
export const refuseOverwrite = (input: string, flags: Flags, output: string, option = '-o'): void => {
  const identity = output === '-' ? undefined : identityOf(output)
  if (identity === undefined) return
  const file = filesRead(input, flags).find((path) => identityOf(path) === identity)
  if (file === undefined) return
  throw new FormError([problem('option-invalid/same-file', '', { option, found: output, file })], 'usage')
}

/** The flags that name a file to be read as it is, whatever the command. */
const FILE_FLAGS = ['key', 'cert', 'p12', 'password-file'] as const

const filesRead = (input: string, flags: Flags): readonly string[] => {
  const materials = [...Object.values(readFonts(flags)), ...Object.values(readImages(flags))]
  return [
    ...(input === '-' ? [] : formsOf(input)),
    ...(flags.other === undefined ? [] : [flags.other]),
    ...materials.flatMap(({ path }) => (path === undefined ? [] : [path])),
    ...FILE_FLAGS.flatMap((flag) => flags.values[flag] ?? []),
  ]
}

/** The file itself, or those of the folder. */
const formsOf = (input: string): readonly string[] =>
  statSync(input, { throwIfNoEntry: false })?.isDirectory()
    ? listForms(input).map((file) => join(input, file))
    : [input]

/** Device and inode: the same behind symbolic links, hard links, relative paths and names in another case. */
const identityOf = (path: string): string | undefined => {
  try {
    const status = statSync(path, { bigint: true })
    return status.isFile() ? `${status.dev} ${status.ino}` : undefined
  } catch {
    // What cannot be looked at is refused in words where it is read or written.
    return undefined
  }
}
