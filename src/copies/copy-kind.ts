/** The kinds of a copy. */

/**
 * `plain`: the form and nothing else. `draft`: with a 草稿 watermark and no proof. `final`: with a verification code in the
 * page foot, room for signatures and seals, and its data inside. `public`: a final copy with private data masked.
 */
export const COPY_KINDS = ['plain', 'draft', 'final', 'public'] as const

export type CopyKind = (typeof COPY_KINDS)[number]

/** The copies that carry their proof. */
export type ProvenKind = 'final' | 'public'

export const isProven = (kind: CopyKind): kind is ProvenKind => kind === 'final' || kind === 'public'
