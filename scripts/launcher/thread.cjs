// A worker thread of `jixiao batch` and `renderMany`: the bundled file, with the code that was kept of an earlier thread. The
// pool calls what is exported here by its name.
const { join } = require('node:path')
const { cachedDataVersionTag } = require('node:v8')
const { runKept } = require('./jixiao.cjs')

/** The command and a library's process have other flags, and kept code is of one set of flags. */
const { exports: printer, keep } = runKept(join(__dirname, 'quick-thread.cjs'), `${cachedDataVersionTag()}`)

for (const [name, print] of Object.entries(printer)) {
  module.exports[name] = async (/** @type {unknown} */ task) => {
    const outcome = await print(task)
    // After the first print everything that prints need has been compiled.
    if ([outcome].flat().some(({ kind }) => kind !== 'refused')) keep(true)
    return outcome
  }
}
