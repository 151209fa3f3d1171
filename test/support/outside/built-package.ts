/** The package as a user has it: compiled, in a folder of its own, so that tests can run it as a process and nothing touches `dist`. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** What is linked beside the compiled files, where they look for it. */
const BESIDE = ['node_modules', 'fonts', 'package.json']

const HOUR = 3_600_000

/** Folder of the compiled package; compiled once for each state of the sources, by whichever test comes first. */
export const builtPackage = (): string => {
  const folder = join(tmpdir(), `jixiao-outside-${sourceHash()}`)
  if (existsSync(folder)) return folder
  // Types are another check's business: here it only matters that the program runs.
  const made = mkdtempSync(join(tmpdir(), 'jixiao-outside-new-'))
  try {
    execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/typescript/bin/tsc'),
        '-p',
        ROOT,
        '--noCheck',
        '--declaration',
        'false',
        '--outDir',
        made,
      ],
      { stdio: 'pipe' },
    )
    for (const name of BESIDE) symlinkSync(join(ROOT, name), join(made, name))
    execFileSync(process.execPath, [join(ROOT, 'scripts/bundle-cli.mjs'), made], { stdio: 'pipe' })
    renameSync(made, folder)
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    // Another test was faster.
    if (!existsSync(folder)) throw error
  }
  removeOld(folder)
  return folder
}

/** The folders of earlier states of the sources. */
const removeOld = (current: string): void => {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith('jixiao-outside-'))) {
    const folder = join(tmpdir(), name)
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (folder !== current && age > HOUR) rmSync(folder, { recursive: true, force: true })
  }
}

export const mainJs = (): string => join(builtPackage(), 'src/cli/main.js')

/** The command as it is installed: its launcher, which runs bundled files. */
export const launcher = (): string => join(builtPackage(), 'bin/jixiao.cjs')

const sourceHash = (): string => {
  const hash = createHash('sha256').update(ROOT)
  for (const [folder, kind] of [
    ['src', /\.ts$/],
    ['templates', /\.ts$/],
    ['scripts', /^bundle-cli|launcher/],
  ] as const) {
    const names = readdirSync(join(ROOT, folder), { recursive: true }) as string[]
    for (const name of names.filter((one) => kind.test(one) && statSync(join(ROOT, folder, one)).isFile()).sort())
      hash.update(name).update(readFileSync(join(ROOT, folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
