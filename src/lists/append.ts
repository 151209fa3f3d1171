/** Adds a value to the list of its key; the first one begins the list. A list that is copied for each value takes the square of its length. */
export const append = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
