/**
 * Joins what a command loads into one file beside the launcher: one for `jixiao render | check | layout | forms`, one for
 * `jixiao batch`, one for `jixiao sign | verify | read`, one for a thread that prints the package's own forms. A hundred small
 * modules and pdfmake's cost a cold process several times what printing a form does. `preview` and `diff` run from the modules
 * as compiled.
 *
 * node scripts/bundle-cli.mjs [DIST]
 */
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url))
const bin = join(dist, 'bin')

/** What only the other commands load is not reached from here. */
const OUTSIDE = [/^node:/, 'bullmq', 'ioredis', '@hyzyla/pdfium', /(diff|preview)-command\.js$/, /own-forms\.js$/]
/** What works on copies that have been printed: readers of PDF files, signatures and certificates. */
const OF_COPIES = [/(sign|verify|read)-command\.js$/, /\/sign\//, 'pkijs', 'asn1js']
/** What prints many forms loads parts of Node at its start that one form has no use for. */
const OF_MANY = /(batch|book)-command\.js$/

/**
 * What PDFKit and pdfmake ask for at their start and printing a form never uses: readers of fonts and pictures, ciphers,
 * a line breaker, SVG. Half of the time that loading them takes goes into unpacking their tables. And the pool, which starts
 * its threads from files of its own.
 */
const UNUSED = [
  'fontkit',
  'linebreak',
  'png-js',
  '@noble/ciphers/aes',
  '@noble/hashes/sha2',
  '@noble/hashes/utils',
  'xmldoc',
  'zlib',
  'piscina',
]

/** What plain copies do without. These are in the file, and make their tables when they are used. */
const RARE = { fflate: 'fflate/browser', qr: 'qr' }

/** Such a module, loaded as soon as anything is asked of it. @param {string} id */
const loadedWhenUsed = (id) => `
const load = () => require(${JSON.stringify(id)})
module.exports = new Proxy(function () {}, {
  get: (_, key) => (key === '__esModule' ? false : load()[key]),
  construct: (_, args) => Reflect.construct(load(), args),
  apply: (_, self, args) => load().default(...args),
})
`

const PREFIX = '\0when-used:'

/** @type {import('rolldown').Plugin} */
const whenUsed = {
  name: 'when-used',
  resolveId(id, importer) {
    const rare = Object.entries(RARE).find(([name, file]) => id === name || id === file)?.[1]
    if (rare === undefined && !UNUSED.includes(id)) return null
    if (!importer?.startsWith(PREFIX)) return `${PREFIX}${rare ?? id}`
    return rare === undefined
      ? { id, external: true }
      : this.resolve(rare, fileURLToPath(import.meta.url), { skipSelf: true })
  },
  load: (id) => (id.startsWith(PREFIX) ? { code: loadedWhenUsed(id.slice(PREFIX.length)), moduleType: 'js' } : null),
}

/**
 * PDFKit makes an identifier of some words by MD5, which finishing replaces. With its own switch js-md5 does it without Node's
 * ciphers, which take 4 ms to load.
 * @type {import('rolldown').Plugin}
 */
const md5Alone = {
  name: 'md5-alone',
  transform: (code, id) => (/js-md5/.test(id) ? code.replaceAll('root.JS_MD5_NO_NODE_JS', 'true') : null),
}

await mkdir(bin, { recursive: true })
const modules = [
  ...(await bundle('src/cli/main.js', 'quick.cjs', [...OUTSIDE, ...OF_COPIES, OF_MANY])),
  ...(await bundle('src/cli/main.js', 'quick-batch.cjs', [...OUTSIDE, ...OF_COPIES])),
  ...(await bundle('src/cli/main.js', 'quick-copies.cjs', [...OUTSIDE, OF_MANY])),
  ...(await bundle('src/cli/thread.js', 'quick-thread.cjs', [...OUTSIDE, ...OF_COPIES])),
]
for (const launcher of ['jixiao.cjs', 'thread.cjs'])
  await copyFile(new URL(`launcher/${launcher}`, import.meta.url), join(bin, launcher))
await writeFile(join(bin, 'LICENSES.txt'), await licences(modules))
await keepCode()

/** @param {string} entry below `dist` @param {string} file the launcher's name for it @param {(string | RegExp)[]} external @returns {Promise<string[]>} the modules that are in it */
async function bundle(entry, file, external) {
  const joined = await rolldown({
    input: join(dist, entry),
    platform: 'node',
    external,
    plugins: [whenUsed, md5Alone],
    logLevel: 'warn',
  })
  const { output } = await joined.generate({ format: 'cjs', codeSplitting: false, minify: true })
  await joined.close()
  // A function of what a module is given, as Node makes one of a module; the launcher calls it.
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${output[0].code}\n})`
  await writeFile(join(bin, file), ascii(wrapped))
  return output[0].moduleIds
}

/** The first run of a command keeps the compiled code beside the file: of all that it needed for a form of two pages. */
async function keepCode() {
  const sample = fileURLToPath(
    new URL('../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url),
  )
  const output = await mkdtemp(join(tmpdir(), 'jixiao-first-'))
  const into = (/** @type {string} */ name) => join(output, name)
  for (const command of [
    ['render', sample, '-o', '-'],
    ['render', sample, '-o', into('copy.pdf'), '--copy', 'final', '--creation-date', '2026-01-01'],
    ['verify', into('copy.pdf')],
    ['read', into('copy.pdf')],
    ['check', sample],
    ['layout', sample],
    ['forms'],
    ['batch', sample, '-o', into('folder'), '--concurrency', '2'],
    ['batch', sample, '-o', into('folder'), '--concurrency', '1', '--force'],
    ['batch', sample, '--book', into('book.pdf')],
  ])
    spawnSync(process.execPath, [join(bin, 'jixiao.cjs'), ...command])
  await rm(output, { recursive: true })
}

/** A text of one byte a letter is read without being decoded. @param {string} code */
function ascii(code) {
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The licences of the packages whose code is in the file. @param {string[]} modules */
async function licences(modules) {
  const packages = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []))
  const texts = [...packages].sort().map(async (folder) => {
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 13)
    for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license']) {
      const text = await readFile(`${folder}/${file}`, 'utf8').catch(() => undefined)
      if (text !== undefined) return `${name}\n\n${text}`
    }
    return `${name}: ${JSON.parse(await readFile(`${folder}/package.json`, 'utf8')).license}\n`
  })
  return (await Promise.all(texts)).join('\n----\n\n')
}
