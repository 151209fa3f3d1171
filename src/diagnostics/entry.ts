/** One entry of a message catalogue; `{name}` in the words stands for the fact of that name. */
export interface Entry {
  /** What is wrong, as a sentence. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}
