// npm run kernel: compiles assembly/ and writes it into src/kernel/program.ts, where a test looks for the same.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'

/** The program as base 64. */
export async function compileKernel() {
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
  return Buffer.from(program).toString('base64')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    new URL('../src/kernel/program.ts', import.meta.url),
    `/** Written by \`npm run kernel\`: \`assembly/\` as WebAssembly, in base 64. */\nexport const PROGRAM =\n  '${await compileKernel()}'\n`,
  )
}
