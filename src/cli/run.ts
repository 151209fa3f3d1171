/** One run of the command line, from its arguments to its exit code. Never throws. */
import { packageVersion } from '../platform/package-version.js'
import { type Flags, readArguments, type Wanted } from './arguments.js'
import { checkCommand, type ExitCode, formsCommand, layoutCommand, renderCommand, reportFailure, type Terminal } from './commands.js'
import { helpText } from './help.js'

export const run = async (argv: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  try {
    return await perform(readArguments(argv), terminal)
  } catch (error) {
    return fail(error, argv.includes('--json'), terminal)
  }
}

const perform = async (wanted: Wanted, terminal: Terminal): Promise<ExitCode> => {
  if (wanted.kind === 'command') return COMMAND[wanted.command](wanted.input, wanted.flags, terminal)
  await terminal.out(wanted.kind === 'version' ? `${packageVersion()}\n` : helpText(wanted.command))
  return 0
}

type Command = (input: string, flags: Flags, terminal: Terminal) => Promise<ExitCode>

const COMMAND: Readonly<Record<'render' | 'check' | 'layout' | 'forms', Command>> = {
  render: renderCommand,
  check: checkCommand,
  layout: layoutCommand,
  forms: (_, flags, terminal) => formsCommand(flags, terminal),
}

/** Where even the report cannot be written, the exit code alone has to say it. */
const fail = async (error: unknown, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  try {
    return await reportFailure(error, json, terminal)
  } catch {
    return 3
  }
}
