#!/usr/bin/env node
// Runs the quick commands from bundled files, with the code that V8 compiled of them in an earlier run: compiling is half
// of what a cold process does. The compiled code lies beside the file, by version of Node; where nothing can be written
// there the command is only slower. A script and no module, for the loader of modules takes as long to start as printing a
// page does. The launcher of a thread takes from here how code is run and kept.
const { createHash } = require('node:crypto')
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const FILE_OF = {
  render: 'quick.cjs',
  check: 'quick.cjs',
  layout: 'quick.cjs',
  forms: 'quick.cjs',
  batch: 'quick-batch.cjs',
}
/** Before the compiled code: a digest, and whether the run that kept it came to its end. V8 copies code that begins at no multiple of eight. */
const DIGEST_LENGTH = 32
const HEAD_LENGTH = DIGEST_LENGTH + 8

module.exports = { runKept }
if (require.main === module) start(process.argv[2] ?? '')

/** @param {string} command */
function start(command) {
  const file = Object.hasOwn(FILE_OF, command) ? FILE_OF[command] : undefined
  if (file === undefined) return void import('../src/cli/main.js')
  if (command === 'batch') expectShortLives()
  const { keep } = runKept(join(__dirname, file), partOf(command))
  process.once('exit', (code) => keep(code === 0))
}

/** Each command has its own kept code: of what it needs, and of no more. @param {string} command */
function partOf(command) {
  if (command !== 'batch') return command
  const line = process.argv.slice(3).join(' ')
  if (/(?:^| )--book\b/.test(line)) return 'book'
  // One thread prints itself, several only hand out.
  const [, threads] = /(?:^| )--concurrency[= ]0*(\d+)\b/.exec(line) ?? []
  return Number(threads ?? require('node:os').availableParallelism()) === 1 ? 'alone' : 'batch'
}

/**
 * What is made for a form dies with it. V8 watches the first forms while its nursery is still small, finds that they outlive
 * it, and from then on makes their like in the old space, where they wait for the next whole collection: a hundred megabytes
 * a thread. Told before any code is compiled, for kept code is of one set of flags; never by the library: they are the whole
 * process's.
 */
function expectShortLives() {
  require('node:v8').setFlagsFromString('--no-allocation-site-pretenuring')
}

/**
 * Runs a bundled file.
 * @param {string} file
 * @param {string} part what the kept code is of
 * @returns what the file exports, and what keeps its code, where that is worth while: called when all that is needed has been
 *   compiled, and told whether that came to its end.
 */
function runKept(file, part) {
  const bytes = readFileSync(file)
  const kept = `${file}.${part}.${process.version}-${process.arch}.cache`
  const { compiled, whole } = readKept(kept, bytes)
  const script = new Script(bytes.toString('latin1'), {
    filename: file,
    ...(compiled === undefined ? {} : { cachedData: compiled }),
  })
  const program = { exports: {} }
  script.runInThisContext()(program.exports, require, program, file, __dirname)
  const taken = script.cachedDataRejected === false
  let settled = taken && whole
  return {
    exports: program.exports,
    keep: (/** @type {boolean} */ ended) => {
      if (settled || (taken && !ended)) return
      settled = ended
      keep(kept, bytes, script, ended)
    },
  }
}

/**
 * V8 looks at its own version and the length of the source only: a digest tells whether the compiled code is of this source
 * and came whole.
 * @param {Buffer} source @param {Buffer} rest what stands behind the digest
 */
function digestOf(source, rest) {
  return createHash('sha256').update(source).update(rest).digest()
}

/**
 * A run that failed early has compiled less than the next may need: what it kept is used, and replaced by the first that succeeds.
 * @param {string} file @param {Buffer} source
 */
function readKept(file, source) {
  const bytes = readOrNothing(file)
  const sound = digestOf(source, bytes.subarray(DIGEST_LENGTH)).equals(bytes.subarray(0, DIGEST_LENGTH))
  return sound ? { compiled: bytes.subarray(HEAD_LENGTH), whole: bytes[DIGEST_LENGTH] === 1 } : { whole: false }
}

/** @param {string} file */
function readOrNothing(file) {
  try {
    return readFileSync(file)
  } catch {
    // Not there yet, or not to be read: as good as empty.
    return Buffer.alloc(0)
  }
}

/** @param {string} file @param {Buffer} source @param {Script} script @param {boolean} whole */
function keep(file, source, script, whole) {
  const temporary = `${file}.${process.pid}.${require('node:worker_threads').threadId}`
  try {
    const rest = Buffer.concat([Buffer.alloc(HEAD_LENGTH - DIGEST_LENGTH, whole ? 1 : 0), script.createCachedData()])
    writeFileSync(temporary, Buffer.concat([digestOf(source, rest), rest]))
    renameSync(temporary, file)
  } catch {
    // A folder that is read-only, or full: the next run compiles again, and nothing is left behind.
    rmSync(temporary, { force: true })
  }
}
