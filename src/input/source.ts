/** Records that come one by one. */
export type Source<T> = Iterable<T> | AsyncIterable<T>

export type SourceIterator<T> = Iterator<T> | AsyncIterator<T>

export const openSource = <T>(source: Source<T>): SourceIterator<T> =>
  Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()

/** What `for await` would throw at is thrown here as well: an iterator that gives no result at all would never end. */
export const nextOf = async <T>(iterator: SourceIterator<T>): Promise<IteratorResult<T>> => {
  const next: unknown = await iterator.next()
  if (Object(next) !== next) throw new TypeError(`Iterator result ${String(next)} is not an object`)
  return next as IteratorResult<T>
}

/** For a source that is left before its end. Not to be awaited: one that hangs in its `next` would never answer. */
export const closeSource = async (iterator: SourceIterator<unknown>): Promise<void> => {
  try {
    await iterator.return?.()
  } catch {
    // The iteration has its own end to tell of already.
  }
}
