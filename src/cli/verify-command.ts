/** `jixiao verify`: prints a copy again and says whether it is what it was. */
import type { Verdict, VerdictName } from '../copies/verdict.js'
import { verify } from '../copies/verify-copy.js'
import { nodePlatform } from '../platform/node-platform.js'
import type { Flags } from './arguments.js'
import type { ExitCode, Terminal } from './commands.js'
import { MOST_PDF_BYTES } from './read-command.js'
import { readInput } from './read-input.js'
import { readFonts } from './read-options.js'
import { describeForReport } from './report.js'

const EXIT_CODES: Readonly<Record<VerdictName, ExitCode>> = {
  reproduced: 0,
  altered: 1,
  'other-code': 4,
  'needs-version': 5,
  'needs-material': 6,
  'not-ours': 7,
}

const WORDS: Readonly<Record<VerdictName, string>> = {
  reproduced: '核验无误',
  altered: '已被改动',
  'other-code': '不是所持的那一份',
  'needs-version': '须用制作它的版本核验',
  'needs-material': '缺少核验所需的材料',
  'not-ours': '不能核验',
}

export const verifyCommand = async (input: string, flags: Flags, { forms, out }: Terminal): Promise<ExitCode> => {
  const expectedCode = flags.values['code']?.at(-1)
  const options = { forms, fonts: readFonts(flags), ...(expectedCode === undefined ? {} : { expectedCode }) }
  const verdict = await verify(await readInput(input, MOST_PDF_BYTES), options, nodePlatform)
  await out(flags.json ? writeReport(verdict) : writeVerdict(verdict))
  return EXIT_CODES[verdict.verdict]
}

const writeVerdict = (verdict: Verdict): string => {
  const signed =
    'signatures' in verdict && verdict.signatures > 0
      ? `    另有${verdict.signatures}个电子签名，签名人是否可信请用签名软件核对。\n`
      : ''
  return `${WORDS[verdict.verdict]}。\n${verdict.reasons.map((reason) => `    ${reason}\n`).join('')}${signed}`
}

/** One object: `{ok, verdict, …, diagnostics}`. */
const writeReport = ({ reasons: _, ...verdict }: Verdict): string => {
  const report = {
    ok: verdict.verdict === 'reproduced',
    ...verdict,
    diagnostics: verdict.diagnostics.map(describeForReport),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}
