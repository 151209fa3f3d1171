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
const DIGEST_LENGTH = 32

const command = process.argv[2] ?? ''
if (QUICK.includes(command)) runQuick(join(__dirname, 'quick.cjs'), command)
else void import('../src/cli/main.js')

/** Each command has its own kept code: of what it needs, and of no more. @param {string} file @param {string} command */
function runQuick(file, command) {
  const bytes = readFileSync(file)
  const kept = `${file}.${command}.${process.version}-${process.arch}.cache`
  const cachedData = readKept(kept, bytes)
  const script = new Script(bytes.toString('latin1'), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  })
  script.runInThisContext()({}, require, { exports: {} }, file, __dirname)
  if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => keep(kept, bytes, script))
}

/**
 * V8 looks at its own version and the length of the source only: a digest tells whether the compiled code is of this source
 * and came whole.
 * @param {Buffer} source @param {Buffer} compiled
 */
function digestOf(source, compiled) {
  return createHash('sha256').update(source).update(compiled).digest()
}

/** @param {string} file @param {Buffer} source */
function readKept(file, source) {
  const bytes = readOrNothing(file)
  const compiled = bytes.subarray(DIGEST_LENGTH)
  return digestOf(source, compiled).equals(bytes.subarray(0, DIGEST_LENGTH)) ? compiled : undefined
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

/** At the end, when every function that the command needs has been compiled. @param {string} file @param {Buffer} source @param {Script} script */
function keep(file, source, script) {
  const temporary = `${file}.${process.pid}`
  try {
    const compiled = script.createCachedData()
    writeFileSync(temporary, Buffer.concat([digestOf(source, compiled), compiled]))
    renameSync(temporary, file)
  } catch {
    // A folder that is read-only, or full: the next run compiles again, and nothing is left behind.
    rmSync(temporary, { force: true })
  }
}
