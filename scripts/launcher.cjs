#!/usr/bin/env node
// Runs the quick commands from one bundled file, with the code that V8 compiled of it in an earlier run: compiling is half
// of what a cold process does. The compiled code lies beside the file, by version of Node; where nothing can be written
// there the command is only slower. A script and no module, for the loader of modules takes as long to start as printing a
// page does.
const { createHash } = require('node:crypto')
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const QUICK = ['render', 'check', 'layout', 'forms']
/** Before the compiled code: a digest, and whether the run that kept it came to its end. V8 copies code that begins at no multiple of eight. */
const DIGEST_LENGTH = 32
const HEAD_LENGTH = DIGEST_LENGTH + 8

const command = process.argv[2] ?? ''
if (QUICK.includes(command)) runQuick(join(__dirname, 'quick.cjs'), command)
else void import('../src/cli/main.js')

/** Each command has its own kept code: of what it needs, and of no more. @param {string} file @param {string} command */
function runQuick(file, command) {
  const bytes = readFileSync(file)
  const kept = `${file}.${command}.${process.version}-${process.arch}.cache`
  const { compiled, whole } = readKept(kept, bytes)
  const script = new Script(bytes.toString('latin1'), {
    filename: file,
    ...(compiled === undefined ? {} : { cachedData: compiled }),
  })
  script.runInThisContext()({}, require, { exports: {} }, file, __dirname)
  const taken = script.cachedDataRejected === false
  process.once('exit', (code) => {
    if (!taken || (code === 0 && !whole)) keep(kept, bytes, script, code === 0)
  })
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

/** At the end, when every function that the command needs has been compiled. @param {string} file @param {Buffer} source @param {Script} script @param {boolean} whole */
function keep(file, source, script, whole) {
  const temporary = `${file}.${process.pid}`
  try {
    const rest = Buffer.concat([Buffer.alloc(HEAD_LENGTH - DIGEST_LENGTH, whole ? 1 : 0), script.createCachedData()])
    writeFileSync(temporary, Buffer.concat([digestOf(source, rest), rest]))
    renameSync(temporary, file)
  } catch {
    // A folder that is read-only, or full: the next run compiles again, and nothing is left behind.
    rmSync(temporary, { force: true })
  }
}
