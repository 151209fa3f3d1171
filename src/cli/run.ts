/** One run of the command line, from its arguments to its exit code. Never throws. */
import { ownPackage } from '../platform/own-package.js'
import { type CommandName, type Flags, readArguments, type Wanted } from './arguments.js'
import {
  checkCommand,
  type ExitCode,
  formsCommand,
  layoutCommand,
  renderCommand,
  reportFailure,
  type Terminal,
} from './commands.js'
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
  await terminal.out(wanted.kind === 'version' ? `${ownPackage().version}\n` : helpText(wanted.command))
  return 0
}

type Command = (input: string, flags: Flags, terminal: Terminal) => Promise<ExitCode>

/** Loaded only when asked for: printing one form has no need of what signs, compares and draws. */
const COMMAND: Readonly<Record<CommandName, Command>> = {
  render: renderCommand,
  check: checkCommand,
  layout: layoutCommand,
  batch: async (...given) => (await import('./batch-command.js')).batchCommand(...given),
  sign: async (...given) => (await import('./sign-command.js')).signCommand(...given),
  read: async (...given) => (await import('./read-command.js')).readCommand(...given),
  verify: async (...given) => (await import('./verify-command.js')).verifyCommand(...given),
  preview: async (...given) => (await import('./preview-command.js')).previewCommand(...given),
  diff: async (...given) => (await import('./diff-command.js')).diffCommand(...given),
  forms: (_, flags, terminal) => formsCommand(flags, terminal),
}

/** Where the report cannot be written, a sentence on standard error says so; where that fails too, the exit code alone. */
const fail = async (error: unknown, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  try {
    return await reportFailure(error, json, terminal)
  } catch (failure) {
    return reportFailure(failure, false, terminal).catch(() => 3)
  }
}
