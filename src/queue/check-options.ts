/** The shape of the options, for callers without a type checker: what is wrong is named before anything is connected. */
import * as z from 'zod'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { isThreadCount } from '../many/pool.js'
import { checkShape, isDefinition } from '../option-types.js'

const isFunction = (value: unknown): boolean => typeof value === 'function'
const call = z.custom(isFunction, 'not-function').optional()
const time = z.number('not-milliseconds').min(0, 'not-milliseconds').optional()

const shared = {
  connection: z.unknown().optional(),
  /** BullMQ parts the names of its keys by colons. */
  queue: z.custom((name) => typeof name === 'string' && /^[^:]+$/.test(name), 'not-queue-name').optional(),
  onError: call,
}

const queueOptions = z.strictObject(
  { ...shared, attempts: z.int('not-count').min(1, 'not-count').optional(), backoff: time },
  'not-object',
)

const workerOptions = z.strictObject(
  {
    ...shared,
    store: z.custom((store) => isObject(store) && isFunction(store['find']) && isFunction(store['put']), 'not-store'),
    forms: z.array(z.custom(isDefinition, 'not-form'), 'not-list').min(1, 'no-forms'),
    concurrency: z.custom(isThreadCount, 'not-thread-count').optional(),
    fonts: z.unknown().optional(),
    lockDuration: z.number('not-lock').min(100, 'not-lock').optional(),
    onDone: call,
  },
  'not-object',
)

const storeOptions = z.strictObject({ folder: z.string('not-text'), now: z.date('not-date') })

/** @throws FormError of kind `usage`: `option-invalid` */
export const checkStoreOptions = (folder: unknown, now: unknown): void => checkShape(storeOptions, { folder, now })

/** @throws FormError of kind `usage`: `option-invalid` */
export const checkQueueOptions = (options: unknown): void => {
  checkShape(queueOptions, options)
  checkConnection(options, isConnection, 'not-connection')
}

/** @throws FormError of kind `usage`: `option-invalid` */
export const checkWorkerOptions = (options: unknown): void => {
  checkShape(workerOptions, options)
  checkConnection(options, isConnection, 'not-connection')
  checkConnection(options, waitsForever, 'not-waiting')
}

/** The message does not show it: it may hold a password. */
const checkConnection = (options: unknown, isRight: (connection: unknown) => boolean, reason: string): void => {
  const { connection } = options as { readonly connection?: unknown }
  if (isRight(connection)) return
  const found = Array.isArray(connection) ? 'array' : connection === null ? 'null' : typeof connection
  throw new FormError([problem('option-invalid', '', { option: 'connection', found, reason })], 'usage')
}

/** BullMQ takes whatever is none for the Redis of this very machine, a URL outside an object too, and waits for it for good. */
const isConnection = (connection: unknown): boolean => {
  if (!isObject(connection)) return false
  const { host, port, url } = connection
  return (
    (host === undefined || typeof host === 'string') &&
    (url === undefined || (typeof url === 'string' && /^rediss?:\/\//.test(url))) &&
    (port === undefined || (/^\d{1,5}$/.test(String(port)) && Number(port) < 65_536))
  )
}

/** A client of ioredis gives a command up after twenty lost connections, unless it is told not to; a host waits for jobs in one. */
const waitsForever = (connection: unknown): boolean => {
  if (!isObject(connection) || !isFunction(connection['duplicate'])) return true
  const { options } = connection
  return !isObject(options) || !('maxRetriesPerRequest' in options) || options['maxRetriesPerRequest'] === null
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
