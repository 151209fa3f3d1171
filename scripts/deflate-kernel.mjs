// npm run kernel: compiles assembly/deflate.ts and writes it into src/deflate/kernel.ts, where a test looks for the same.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'

/** The program as base 64. */
export async function compileKernel() {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const options = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--baseDir', root]
  /** @type {Uint8Array | undefined} */
  let program
  const { error, stderr } = await main(['assembly/deflate.ts', '--outFile', 'deflate.wasm', ...options], {
    writeFile: (_, contents) => {
      program = /** @type {Uint8Array} */ (contents)
    },
  })
  if (error || program === undefined) throw new Error(String(stderr), { cause: error })
  return Buffer.from(program).toString('base64')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    new URL('../src/deflate/kernel.ts', import.meta.url),
    `/** Written by \`npm run kernel\`: \`assembly/deflate.ts\` as WebAssembly, in base 64. */\nexport const KERNEL =\n  '${await compileKernel()}'\n`,
  )
}
