/** Names that follow from the Chinese catalogue, so that a code without words, or words without a code, does not compile. */
import type { Facts } from './diagnostic.js'
import type { zhCN } from './messages.zh-CN.js'

type Catalogue = typeof zhCN

/** A key of the catalogues: a code, or `code/variant` where one code has several causes. */
export type MessageKey = keyof Catalogue

/** The codes the library itself raises; forms of third parties may add their own. */
export type DiagnosticCode = MessageKey extends infer K ? (K extends `${infer C}/${string}` ? C : K) : never

type FactNames<T extends string> = T extends `${string}{${infer N}}${infer Rest}`
  ? (N extends `${string} ${string}` | '' | ' ' ? never : N) | FactNames<Rest>
  : never

/** The facts that the words of a key speak of. */
export type FactsOf<K extends MessageKey> = {
  readonly [N in FactNames<Catalogue[K]['message'] | Catalogue[K]['hint']>]: Facts[string]
}
