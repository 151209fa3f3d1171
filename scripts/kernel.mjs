// npm run kernel: compiles assembly/ and writes it into src/kernel: as WebAssembly, and as JavaScript for hosts that have none.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'

/** The text of each file; a test looks for the same. */
export async function compileKernel() {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
  try {
    const program = await compileAssembly()
    return { 'program.ts': wasmFile(program), 'plain-program.ts': plainFile(program, folder) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @returns {Promise<Uint8Array>} */
async function compileAssembly() {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const options = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--baseDir', root]
  /** @type {Uint8Array | undefined} */
  let program
  const { error, stderr } = await main(['assembly/index.ts', '--outFile', 'kernel.wasm', ...options], {
    writeFile: (_, contents) => {
      program = /** @type {Uint8Array} */ (contents)
    },
  })
  if (error || program === undefined) throw new Error(String(stderr), { cause: error })
  return program
}

/** @param {Uint8Array} program */
function wasmFile(program) {
  return `/** Written by \`npm run kernel\`: \`assembly/\` as WebAssembly, in base 64. */
export const PROGRAM =
  '${Buffer.from(program).toString('base64')}'
`
}

/** @param {Uint8Array} program @param {string} folder */
function plainFile(program, folder) {
  const [from, to] = [join(folder, 'kernel.wasm'), join(folder, 'kernel.js')]
  writeFileSync(from, program)
  const converter = fileURLToPath(import.meta.resolve('binaryen/bin/wasm2js'))
  const { status, stderr } = spawnSync(process.execPath, [converter, '--all-features', '-O3', from, '-o', to])
  if (status !== 0) throw new Error(String(stderr))
  const text = readFileSync(to, 'utf8')
  // It would start when it is loaded; it is to start when it is called.
  const body = text.slice(0, text.indexOf('var retasmFunc'))
  return `// @ts-nocheck
/** Written by \`npm run kernel\`: \`assembly/\` as JavaScript. */
export function startPlain() {
${body.trim()}
return asmFunc({})
}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await compileKernel()))
    writeFileSync(new URL(`../src/kernel/${name}`, import.meta.url), text)
}
