/** The bin: hands the command line its forms, its clock and its streams. */
import { forms } from '../../templates/index.js'
import { writeStdout } from '../platform/write-stdout.js'
import type { Terminal } from './commands.js'
import { run } from './run.js'

const terminal: Terminal = {
  forms,
  environment: process.env,
  now: new Date(),
  out: (data) => writeStdout(data),
  err: (text) => (text === '' ? Promise.resolve() : writeStdout(text, process.stderr)),
}

// Not awaited: bundled for a quick start this is a script, and the command line never throws.
void run(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code
})
