/** What is opened when it is first asked for, and once. */
export interface OnDemand<T> {
  readonly get: () => Promise<T>
  /** Undefined where nobody has asked. */
  readonly opened: () => Promise<T> | undefined
}

export const onDemand = <T>(open: () => Promise<T>): OnDemand<T> => {
  let opened: Promise<T> | undefined
  return {
    get: () => {
      opened ??= open()
      return opened
    },
    opened: () => opened,
  }
}
