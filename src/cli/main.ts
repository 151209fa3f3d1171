#!/usr/bin/env node
/** The bin: hands the command line its forms, its clock and its streams. */
import { forms } from '../../templates/index.js'
import { writeStdout } from '../platform/write-stdout.js'
import { run } from './run.js'

process.exitCode = await run(process.argv.slice(2), {
  forms,
  environment: process.env,
  now: new Date(),
  out: (data) => writeStdout(data),
  err: (text) => (text === '' ? Promise.resolve() : writeStdout(text, process.stderr)),
})
