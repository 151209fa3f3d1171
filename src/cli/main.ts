/** The bin: hands the command line its forms, its clock and its streams. */
import './read-once.js'
import { forms } from '../../templates/index.js'
import { writeStandard } from '../platform/write-stdout.js'
import type { Terminal } from './commands.js'
import { run } from './run.js'

const terminal: Terminal = {
  forms,
  environment: process.env,
  now: new Date(),
  out: (data) => writeStandard('stdout', data),
  err: (text) => writeStandard('stderr', text),
}

// Not awaited: bundled for a quick start this is a script, and the command line never throws. All output is written by then;
// ended here, the process does not wait for V8 to make fast code of what will not run again.
void run(process.argv.slice(2), terminal).then((code) => {
  process.exit(code)
})
