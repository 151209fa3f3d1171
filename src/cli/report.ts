/** Diagnostics as people and as machines read them. */
import type { MaskedField } from '../copies/mask-data.js'
import { describeDiagnostic } from '../diagnostics/describe-diagnostic.js'
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js'

const MARKS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' }

/** One finding as a Chinese sentence with its place, and its hint where there is one. */
export const writeFinding = (diagnostic: Diagnostic): string => {
  const { message, hint } = describeDiagnostic(diagnostic)
  const { place } = diagnostic
  const where = place ? `（第${place.page}页，距左${place.x}毫米、距上${place.y}毫米）` : ''
  return `[${MARKS[diagnostic.severity]}] ${message}${where}${hint === '' ? '' : `\n    ${hint}`}`
}

export const writeFindings = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map((diagnostic) => `${writeFinding(diagnostic)}\n`).join('')

/** Such as `共3处：错误1，警告2，提示0`. */
export const writeSummary = (diagnostics: readonly Diagnostic[]): string => {
  const count = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length
  if (diagnostics.length === 0) return '没有发现问题。\n'
  return `共${diagnostics.length}处：错误${count('error')}，警告${count('warning')}，提示${count('hint')}。\n`
}

/** The code of a copy, and what was masked: what the fields show now, never what stood there. */
export const writeCopy = ({ code, masked = [] }: Pick<Report, 'code' | 'masked'>): string => {
  const lines = masked.map(
    ({ label, path, kind, shown }) =>
      `已隐去${kind}：${label ?? (path || '标题')}${path === '' ? '' : `（${path}）`}${shown === '' ? '，留空' : ''}。\n`,
  )
  return `${code === undefined ? '' : `验证码：${code}\n`}${lines.join('')}`
}

export interface Report {
  readonly ok: boolean
  readonly form: string | null
  readonly template: string | null
  /** Path of the PDF; null where none was written. */
  readonly output: string | null
  /** Number of pages; null where nothing was laid out. */
  readonly pages: number | null
  /** Verification code of a final or public copy. */
  readonly code?: string
  /** What a public copy does not show as it was given. */
  readonly masked?: readonly MaskedField[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The report of `--json`: one object, each diagnostic with its Chinese words. */
export const writeReport = (report: Report): string => {
  const diagnostics = report.diagnostics.map(describeForReport)
  return `${JSON.stringify({ ...report, diagnostics }, undefined, 2)}\n`
}

export const describeForReport = (diagnostic: Diagnostic): object => {
  const { code, severity, path, facts, place } = diagnostic
  const { label, message, hint } = describeDiagnostic(diagnostic)
  return { code, severity, path, label, message, hint, facts, ...(place ? { place } : {}) }
}
