/** One entry of a message catalogue; `{name}` in the words stands for the fact of that name. */
export interface Entry {
  /** What is wrong, as a sentence. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}

/** The languages that every message is written in. */
export type Language = 'zh-CN' | 'en'
