/** How grave each code is. `refuses` is a model error: nothing can be printed. The rest are findings (checks.md of each form). */
import type { DiagnosticCode } from './code.js'
import type { Severity } from './diagnostic.js'

export type Grade = 'refuses' | Severity

/** Findings and their severity; every other code refuses. */
const findings: Readonly<Partial<Record<DiagnosticCode, Severity>>> = {
  'variation-unavailable': 'warning',
  'not-printed': 'warning',
  'amount-derived': 'hint',
  'money-total': 'error',
  'money-annual-exceeds': 'error',
  'money-one-off': 'error',
  'period-nature': 'warning',
  'money-unit': 'warning',
  required: 'error',
  placeholder: 'warning',
  'narrative-bare': 'warning',
  'code-style': 'warning',
  'indicator-incomplete': 'error',
  'indicator-unpaired': 'hint',
  'cost-comparator': 'warning',
  percent: 'warning',
  'satisfaction-100': 'hint',
  'deadline-outside': 'warning',
  'document-number': 'warning',
  brackets: 'hint',
  'text-figures': 'hint',
  date: 'warning',
  'private-phone': 'warning',
  character: 'warning',
  'copy-reproduced': 'hint',
}

export const gradeOf = (code: DiagnosticCode): Grade => findings[code] ?? 'refuses'
