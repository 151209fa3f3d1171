/** `jixiao diff A B`: what differs between two PDFs or two layouts, in words, and where pages differ in a report. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { Page } from '../layout/page.js'
import { unreadableBecause } from '../platform/file-error.js'
import { writeFileAtomic } from '../platform/write-file.js'
import { comparePdfs } from '../testing/compare/compare-pdfs.js'
import { compareLayouts } from '../testing/layout/compare-layouts.js'
import { describeChanges } from '../testing/layout/describe-change.js'
import { type DescribedLayout, describeMillimetres } from '../testing/layout/described-layout.js'
import { readLayoutSnapshot } from '../testing/layout/layout-snapshot.js'
import { readMetadata } from '../testing/pdf/metadata.js'
import { htmlReport, type ReportSection } from '../testing/report/html-report.js'
import { wireframeSections } from '../testing/report/overlay-wireframes.js'
import { type Flags, USAGE_OF } from './arguments.js'
import type { ExitCode, Terminal } from './commands.js'
import { readDpi } from './preview-command.js'
import { readInput } from './read-input.js'
import { refuseOverwrite } from './refuse-overwrite.js'

const DEFAULT_REPORT = 'jixiao-diff.html'

/** Both files as what they are. A layout is what `jixiao layout` writes, or a layout snapshot. */
type Compared =
  | { readonly kind: 'PDF'; readonly pdf: Uint8Array }
  | { readonly kind: '版面'; readonly layout: DescribedLayout }

interface Outcome {
  readonly words: readonly string[]
  readonly sections: readonly ReportSection[]
  /** The paper is the same, whatever else is not. */
  readonly samePaper: boolean
}

/** Exits 0 where the paper is the same, 1 where it is not. */
export const diffCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  const other = flags.other ?? ''
  const report = flags.output ?? DEFAULT_REPORT
  refuseOverwrite(input, flags, report)
  if (input === '-' && other === '-')
    throw new FormError([problem('argument-unexpected', '', { found: other, usage: USAGE_OF.diff })], 'usage')
  const { words, sections, samePaper } = await compare(await open(input), await open(other), [input, other], flags)
  await terminal.out(words.map((line) => `${line}\n`).join(''))
  if (samePaper) {
    await terminal.out(words.length === 0 ? '两者完全相同。\n' : '纸面完全相同。\n')
    return 0
  }
  const html = htmlReport({ title: `${input} → ${other}`, before: input, after: other, words, sections })
  if (report === '-') await terminal.out(html)
  else writeFileAtomic(report, new TextEncoder().encode(html))
  await terminal.err(`共${words.length}处差别${report === '-' ? '' : `，报告已写入${report}`}。\n`)
  return 1
}

/** Both files are read whole, or what differs behind the limit would not be told: a book of a thousand forms has 10 MB. */
const MOST_BYTES = 256_000_000

const open = async (path: string): Promise<Compared> => {
  const bytes = await readInput(path, MOST_BYTES)
  if (bytes.length >= MOST_BYTES) throw unreadableBecause(path, 'EFBIG')
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return { kind: 'PDF', pdf: bytes }
  return { kind: '版面', layout: readLayout(new TextDecoder().decode(bytes), path) }
}

/** @throws FormError `layout-unreadable` */
const readLayout = (text: string, file: string): DescribedLayout => {
  try {
    if (!text.startsWith('[')) return readLayoutSnapshot(text)
    const pages = JSON.parse(text) as readonly Page[]
    if (pages.every(isPage)) return describeMillimetres(pages)
  } catch (error) {
    // A snapshot with a broken line is told by that line; what is none in its first is no snapshot.
    if (error instanceof FormError && error.diagnostics[0]?.facts['line'] !== 1) throw error
  }
  throw new FormError([problem('layout-unreadable/file', '', { file })], 'file')
}

const isPage = (page: Partial<Page> | null): boolean =>
  page !== null && typeof page.number === 'number' && [page.cells, page.runs, page.rules].every(Array.isArray)

const compare = async (
  before: Compared,
  after: Compared,
  [first, second]: readonly [string, string],
  flags: Flags,
): Promise<Outcome> => {
  if (before.kind === 'PDF' && after.kind === 'PDF') {
    const dpi = readDpi(flags)
    if (Buffer.compare(before.pdf, after.pdf) !== 0)
      for (const [file, { pdf }] of [[first, before] as const, [second, after] as const]) await checkReadable(file, pdf)
    return comparePdfs(before.pdf, after.pdf, { dpi, language: 'zh-CN' })
  }
  if (before.kind === '版面' && after.kind === '版面') {
    const words = describeChanges(compareLayouts(before.layout, after.layout), 'zh-CN')
    return {
      words,
      samePaper: words.length === 0,
      sections: words.length === 0 ? [] : wireframeSections(before.layout, after.layout),
    }
  }
  throw new FormError(
    [problem('diff-mixed', '', { first, firstKind: before.kind, second, secondKind: after.kind })],
    'usage',
  )
}

/** The comparison knows of no files; here it is said which of the two is no PDF. @throws FormError `pdf-unreadable` */
const checkReadable = async (file: string, pdf: Uint8Array): Promise<void> => {
  try {
    await readMetadata(pdf)
  } catch (error) {
    const isUnreadable = error instanceof FormError && error.diagnostics[0]?.code === 'pdf-unreadable'
    throw isUnreadable ? new FormError([problem('pdf-unreadable/file', '', { file })], 'file') : error
  }
}
