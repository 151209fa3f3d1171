#!/usr/bin/env node
// Runs nearly all commands from bundled files, with the code that V8 compiled of them in an earlier run: compiling is half
// of what a cold process does. The compiled code lies beside the file, by version of Node; where nothing can be written
// there the command is only slower. A script and no module, for the loader of modules takes as long to start as printing a
// page does. The launcher of a thread takes from here how code is run and kept.
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { runInNewContext, Script } = require('node:vm')
const { crc32 } = require('node:zlib')

const FILE_OF = {
  render: 'quick.cjs',
  check: 'quick.cjs',
  layout: 'quick.cjs',
  forms: 'quick.cjs',
  batch: 'quick-batch.cjs',
  sign: 'quick-copies.cjs',
  verify: 'quick-copies.cjs',
  read: 'quick-copies.cjs',
}
/** Before the compiled code: a checksum, and whether the run that kept it came to its end. V8 copies code that begins at no multiple of eight. */
const SUM_LENGTH = 4
const HEAD_LENGTH = 8

/**
 * V8 begins to make fast code of a function as soon as that pays in a process that goes on for ever. One that prints a form or
 * some hundreds ends before: it waits some times as long, which a form of hundreds of rows still reaches. V8 11 (Node 20)
 * counts bytes of what has run, 12 to 14 count calls; of a later one nobody knows yet.
 */
const major = Number.parseInt(process.versions.v8, 10)
const LATER = major === 11 ? ['--interrupt-budget=400000'] : major <= 14 ? ['--invocation-count-for-turbofan=9000'] : []

/** Nearly all regular expressions are asked more than once: their fast code is made at once, in place of slow code first. */
const OF_ONE = [...LATER, '--no-regexp-tier-up']

/**
 * What is made for a form dies with it. V8 watches the first forms while its nursery is still small, finds that they outlive
 * it, and from then on makes their like in the old space, where they wait for the next whole collection: a hundred megabytes
 * a thread. The nursery is as large as it becomes from its first growth on: the memory of a batch stands level from the start.
 * And a thread may have its heap collected once all is loaded (src/many/collect-garbage.ts).
 */
const OF_MANY = [...LATER, '--no-allocation-site-pretenuring', '--semi-space-growth-factor=16', '--expose-gc']

module.exports = { runKept }
if (require.main === module) start(process.argv[2] ?? '')

/** @param {string} first */
function start(first) {
  // `jixiao --help` and its like ask nothing of any command.
  const command = process.argv.length <= 3 && /^(?:-|$)/.test(first) ? 'forms' : first
  const file = Object.hasOwn(FILE_OF, command) ? FILE_OF[command] : undefined
  if (file === undefined) return void import('../src/cli/main.js')
  setFlags(command === 'batch' ? OF_MANY : OF_ONE)
  // Threads have it from the flag; this one began before the flag was set. A context is made for it only when it is called.
  if (command === 'batch') globalThis.gc = () => runInNewContext('gc')()
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
 * Told before any code is compiled, for kept code is of one set of flags; never by the library: they are the whole process's.
 * @param {readonly string[]} flags
 */
function setFlags(flags) {
  for (const flag of flags) setFlagsFromString(flag)
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
 * V8 looks at its own version and the length of the source only, and ends the process where the code is damaged: the sum tells
 * whether the code is of this source and came whole. A cryptographic digest would take four times as long to load alone.
 * @param {Buffer} source @param {Buffer} rest what stands behind the sum
 */
function sumOf(source, rest) {
  return crc32(rest, crc32(source))
}

/**
 * A run that failed early has compiled less than the next may need: what it kept is used, and replaced by the first that succeeds.
 * @param {string} file @param {Buffer} source
 */
function readKept(file, source) {
  const bytes = readOrNothing(file)
  const sound = bytes.length > HEAD_LENGTH && bytes.readUInt32LE() === sumOf(source, bytes.subarray(SUM_LENGTH))
  return sound ? { compiled: bytes.subarray(HEAD_LENGTH), whole: bytes[SUM_LENGTH] === 1 } : { whole: false }
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
    const bytes = Buffer.concat([Buffer.alloc(HEAD_LENGTH, whole ? 1 : 0), script.createCachedData()])
    bytes.writeUInt32LE(sumOf(source, bytes.subarray(SUM_LENGTH)))
    writeFileSync(temporary, bytes)
    renameSync(temporary, file)
  } catch {
    // A folder that is read-only, or full: the next run compiles again, and nothing is left behind.
    rmSync(temporary, { force: true })
  }
}
