import { expect } from 'vitest'
import { describeDiagnostic } from '../../src/diagnostics/describe-diagnostic.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'

/** The Chinese messages; in either language no fact may be left out. */
export const words = (findings: readonly Diagnostic[]): string[] =>
  findings.map((finding) => {
    const [chinese, english] = [describeDiagnostic(finding), describeDiagnostic(finding, 'en')]
    expect(chinese.message + chinese.hint + english.message + english.hint).not.toMatch(/\{\w+\}|undefined/)
    expect(finding.refuses).toBe(false)
    return chinese.message
  })
