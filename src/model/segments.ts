/** Paths as zod gives them: the keys and indexes on the way to a value. */

export type Segments = readonly PropertyKey[]

/** The value at a path, or undefined where there is none. Only own keys are read. */
export const valueAt = (data: unknown, path: Segments): unknown =>
  path.reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
        ? (value as Record<PropertyKey, unknown>)[segment]
        : undefined,
    data,
  )
