/** What is wrong with a template, before it becomes a diagnostic. */

/** One thing that is wrong, with the place in the template. */
export interface Fault {
  readonly place: string
  readonly reason: string
}
