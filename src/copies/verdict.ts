/** What verification finds. */
import { describeDiagnostic } from '../diagnostics/describe-diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { ProvenKind } from './copy-kind.js'

interface Reasons {
  /** Why, in Chinese sentences. */
  readonly reasons: readonly string[]
  /** The same as data; `describeDiagnostic` has the English words. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What is known of a copy that was reproduced. */
interface Reproduced extends Reasons {
  /** As it is printed in the page foot. */
  readonly code: string
  readonly copy: ProvenKind
  /** Signatures that were added since: that they hold and nothing else was added is verified, whose they are is not. */
  readonly signatures: number
}

export type Verdict =
  /** Byte for byte what a reprint gives; where a code was given, it is that one. */
  | ({ readonly verdict: 'reproduced' } & Reproduced)
  /** Something was changed since it was printed; the reasons say what. */
  | ({ readonly verdict: 'altered' } & Reasons)
  /** Intact, but not the copy whose code was given: somebody printed another one with other content. */
  | ({ readonly verdict: 'other-code' } & Reproduced & { readonly expectedCode: string })
  /** Made by another version of the package, which alone prints the same bytes. */
  | ({ readonly verdict: 'needs-version'; readonly version: string } & Reasons)
  /** A font, form or template it was made with is not here. */
  | ({ readonly verdict: 'needs-material' } & Reasons)
  /** No copy of this package with its data inside, or no PDF. */
  | ({ readonly verdict: 'not-ours' } & Reasons)

export type VerdictName = Verdict['verdict']

export const reasonsOf = (diagnostics: readonly Diagnostic[]): Reasons => ({
  reasons: diagnostics.map((one) => {
    const { message, hint } = describeDiagnostic(one)
    return message + hint
  }),
  diagnostics,
})
