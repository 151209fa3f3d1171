#!/usr/bin/env node
// Runs the quick commands from one bundled file, with the code that V8 compiled of it in an earlier run: compiling is half
// of what a cold process does. The compiled code lies beside the file, by version of Node; V8 refuses what does not fit,
// and where nothing can be written there the command is only slower.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, Script } from 'node:vm'

const QUICK = ['render', 'check', 'layout', 'forms']

if (QUICK.includes(process.argv[2] ?? '')) runQuick(fileURLToPath(new URL('quick.cjs', import.meta.url)))
else await import('../src/cli/main.js')

/** @param {string} file */
function runQuick(file) {
  const kept = `${file}.${process.version}-${process.arch}.cache`
  const cachedData = readKept(kept)
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`
  const script = new Script(source, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => keep(kept, script))
}

/** @param {string} file */
function readKept(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** At the end, when every function that the command needs has been compiled. @param {string} file @param {Script} script */
function keep(file, script) {
  try {
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, script.createCachedData())
    renameSync(temporary, file)
  } catch {
    // A folder that is read-only, or full: the next run compiles again.
  }
}
