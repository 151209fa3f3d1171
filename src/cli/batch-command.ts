/** `jixiao batch`: prints many forms into a folder and reports as it goes. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { checkChoices } from '../many/check-choices.js'
import { checkNameFields, DEFAULT_NAME, readNameRule } from '../many/file-name.js'
import { openInput } from '../many/open-input.js'
import { defaultConcurrency, isThreadCount } from '../many/pool.js'
import { type BatchSetup, runBatch } from '../many/run-batch.js'
import { nodePlatform } from '../platform/node-platform.js'
import { type Flags, USAGE_OF } from './arguments.js'
import { humanReporter, jsonReporter } from './batch-report.js'
import { chooseForm } from './choose-form.js'
import type { ExitCode, Terminal } from './commands.js'
import { readOptions } from './read-options.js'
import { reportMany } from './report-many.js'

/** Into a folder (`-o DIR`), or into one file (`--book FILE`). */
export const batchCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  if (!('book' in flags.values)) return folderCommand(input, flags, terminal)
  return (await import('./book-command.js')).bookCommand(input, flags, terminal)
}

/** Faulty forms are reported and the rest goes on; 1 tells of them, 3 of a folder or an input that gave out on the way. */
const folderCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  const { setup, progress } = prepare(input, flags, terminal)
  const reporter = flags.json ? jsonReporter(terminal) : humanReporter(terminal, progress, 'folder')
  return reportMany({ input, output: setup.folder, reporter, interrupted: 'interrupted' }, async (signal, tell) => {
    for await (const event of runBatch({ ...setup, signal })) await tell(event)
  })
}

/** Everything that can be wrong with the command line is found before a file is touched. */
const prepare = (
  input: string,
  flags: Flags,
  terminal: Terminal,
): { setup: BatchSetup; progress: () => number | undefined } => {
  for (const flag of BOOK_ONLY)
    if (flag in flags.values)
      throw usage(
        problem('argument-missing', '', {
          name: `成册文件（--book FILE）：--${flag}只用于成册`,
          usage: USAGE_OF.batch,
        }),
      )
  if (flags.output === undefined || flags.output === '-')
    throw usage(
      problem('argument-missing', '', { name: '输出目录（-o DIR）或成册文件（--book FILE）', usage: USAGE_OF.batch }),
    )
  const options = readOptions(flags, terminal)
  checkChoices(terminal.forms, options, nodePlatform)
  const names = readNameRule(flags.name ?? DEFAULT_NAME)
  checkNameFields(names, terminal.forms)
  const concurrency = readConcurrency(flags)
  const { records, progress } = openInput(input, process.stdin)
  const { forms, now } = terminal
  const choose = (data: unknown) => chooseForm(forms, data)
  return {
    setup: {
      records,
      folder: flags.output,
      forms,
      chooseForm: choose,
      options,
      names,
      concurrency,
      force: flags.force,
      now,
    },
    progress,
  }
}

const readConcurrency = ({ concurrency: found }: Flags): number => {
  if (found === undefined) return defaultConcurrency()
  if (/^\d+$/.test(found) && isThreadCount(Number(found))) return Number(found)
  throw usage(problem('option-invalid', '', { option: '--concurrency', found, reason: 'not-thread-count' }))
}

const BOOK_ONLY = ['duplex', 'gutter']

const usage = (diagnostic: ReturnType<typeof problem>): FormError => new FormError([diagnostic], 'usage')
