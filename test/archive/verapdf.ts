/** Asks veraPDF, the reference validator of PDF/A and PDF/UA. `scripts/verapdf/install.sh` fetches it. */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'vitest'

const MAVEN = '.m2/repository/org/verapdf/apps/greenfield-apps/1.28.2/greenfield-apps-1.28.2.jar'
const jar = process.env['VERAPDF_JAR'] ?? join(homedir(), MAVEN)

/** `describe` for what needs veraPDF: it runs where that and Java are, says so where they are not, and fails in CI. */
export const withVeraPdf = (name: string, tests: () => void): void => {
  const missing = [
    ...(spawnSync('java', ['-version'], { stdio: 'ignore' }).error === undefined ? [] : ['java']),
    ...(existsSync(jar) ? [] : ['veraPDF (scripts/verapdf/install.sh)']),
  ]
  if (missing.length === 0) return void describe(name, tests)
  const words = `needs ${missing.join(' and ')}, which this machine lacks`
  if (process.env['CI'] === 'true') {
    return void it(`${name}: ${words}`, () => {
      throw new Error(words)
    })
  }
  console.warn(`SKIPPED ${name}: ${words}`)
  describe.skip(`${name} (${words})`, tests)
}

/**
 * Judges each PDF by the standards that it claims to keep, all in one run of the validator.
 * @returns for each name the verdicts in order, such as `PASS 3u`, `FAIL ua1 6.2-1`
 */
export async function judge(pdfs: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'verapdf-'))
  try {
    const names = [...pdfs.keys()]
    const files = names.map((_, index) => join(folder, `${index}.pdf`))
    files.forEach((file, index) => writeFileSync(file, pdfs.get(names[index] ?? '') ?? ''))
    const verdicts = parseReport(await runVeraPdf(files))
    return new Map(names.map((name, index) => [name, verdicts.get(files[index] ?? '') ?? []]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const runVeraPdf = (files: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const cli = ['-XX:+UseSerialGC', '-cp', jar, 'org.verapdf.apps.GreenfieldCliWrapper']
    // Flavour 0: those of the file's own metadata.
    const args = [...cli, '--flavour', '0', '--format', 'text', '--verbose', ...files]
    // Exit code 1: some file is not valid. The report says which.
    execFile('java', args, { maxBuffer: 1 << 26 }, (error, stdout) => {
      if (error !== null && error.code !== 1) reject(error)
      else resolve(stdout)
    })
  })

/** A line `PASS file flavour` or `FAIL file flavour` for each standard, the failed rules indented below it. */
function parseReport(report: string): ReadonlyMap<string, readonly string[]> {
  const verdicts = new Map<string, string[]>()
  let own: string[] = []
  for (const line of report.split('\n')) {
    const [, verdict, file = '', flavour] = /^(PASS|FAIL) (.+\.pdf) (\w+)$/.exec(line) ?? []
    if (verdict !== undefined) {
      own = verdicts.get(file) ?? []
      verdicts.set(file, own)
      own.push(`${verdict} ${flavour}`)
    } else if (/^\s+FAIL /.test(line)) own.push(`${own.pop()} ${line.trim().slice('FAIL '.length)}`)
  }
  return verdicts
}
