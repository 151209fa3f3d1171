import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { readJson } from '../../src/input/read-json.js'
import { loadBullMq } from '../../src/queue/bullmq.js'
import { formJob, jobId, toMessage } from '../../src/queue/form-job.js'
import { openQueue } from '../../src/queue/form-queue.js'
import { startWorker } from '../../src/queue/form-worker.js'
import { folderStore } from '../../src/queue/print-store.js'
import { forms } from '../../templates/index.js'

/** What a call of someone without a type checker is told: the names and reasons of its options, or the codes. */
const told = async (call: () => unknown): Promise<readonly string[]> => {
  try {
    await call()
  } catch (error) {
    if (error instanceof FormError)
      return error.diagnostics.map(
        ({ code, path, facts }) => `${facts['option'] ?? (path || code)}: ${facts['reason']}`,
      )
    throw error
  }
  return []
}

const connection = { host: '127.0.0.1', port: 1 }
const store = { find: () => Promise.resolve(undefined), put: () => Promise.resolve() }
const client = (options: object) => ({ duplicate: () => undefined, options })

it.each<[string, readonly unknown[], readonly string[]]>([
  ['nothing', [], ['folder: not-text', 'now: not-date']],
  ['no time', ['prints'], ['now: not-date']],
  ['no folder', [{}, new Date(0)], ['folder: not-text']],
])('a store that is given %s is refused in words', async (_, given, reasons) =>
  expect(await told(() => folderStore(...(given as Parameters<typeof folderStore>)))).toEqual(reasons),
)

it.each<[string, unknown, string]>([
  ['no connection, which would be Redis on this machine', {}, 'connection: not-connection'],
  ['a URL outside an object', { connection: 'redis://:geheim@redis' }, 'connection: not-connection'],
  ['a port that is none', { connection: { port: 'x' } }, 'connection: not-connection'],
  ['a URL that is none', { connection: { url: 'geheim' } }, 'connection: not-connection'],
  ['attempts that are no number', { connection, attempts: Number.NaN }, 'attempts: not-count'],
  ['a pause below nothing', { connection, backoff: -1 }, 'backoff: not-milliseconds'],
  ['a name with a colon', { connection, queue: 'a:b' }, 'queue: not-queue-name'],
  ['an option that is none', { connection, prefix: 'x' }, 'prefix: unknown-option'],
  ['no options', undefined, 'options: not-object'],
])('a queue of %s is refused before anything is connected', async (_, options, reason) =>
  expect(await told(() => openQueue(options as never))).toEqual([reason]),
)

it.each<[string, object, string]>([
  ['no connection', { connection: undefined }, 'connection: not-connection'],
  ['a client that gives up', { connection: client({ maxRetriesPerRequest: 20 }) }, 'connection: not-waiting'],
  ['a store without put', { store: { find: store.find } }, 'store: not-store'],
  ['no thread', { concurrency: 0 }, 'concurrency: not-thread-count'],
  ['no form', { forms: [] }, 'forms: no-forms'],
  ['forms that are none', { forms: [{}] }, 'forms[0]: not-form'],
  ['no lock', { lockDuration: 0 }, 'lockDuration: not-lock'],
  ['a callback that is none', { onDone: 5 }, 'onDone: not-function'],
])('a worker of %s is refused before a thread is started', async (_, options, reason) =>
  expect(await told(() => startWorker({ connection, store, forms, ...options } as never))).toEqual([reason]),
)

it('a connection that is refused is not shown: it may hold a password', async () => {
  const error = await startWorker({ connection: 'redis://:geheim@redis', store, forms } as never).catch(String)
  expect(error).not.toContain('geheim')
})

it('without the optional packages it is said in Chinese what to install', () => {
  const require = createRequire(import.meta.url)
  const without = (missing: string) => () =>
    loadBullMq((name) => require(name === missing ? `${name}-is-not-here` : name))
  for (const missing of ['bullmq', 'ioredis'])
    expect(without(missing)).toThrow(/^任务队列所需的程序包没有安装：bullmq、ioredis。请用npm安装/)
})

it('a message is refused where it is made, and says in Chinese why', async () => {
  const made = (...args: readonly unknown[]) => told(() => formJob(...(args as Parameters<typeof formJob>)))
  expect(await made('a', '{}', { copy: 'final' })).toEqual(['options.copy: not-plain-or-draft'])
  expect(await made('a', '{}', { fonts: {} })).toEqual(['options.fonts: unknown-key'])
  expect(await made('a', '{}', {}, 5)).toEqual(['name: not-text'])
  expect(await made('a', Buffer.from('cec4b1be', 'hex'))).toEqual(['input-encoding: undefined'])
  expect(await told(() => toMessage({ form: 'a' } as never))).toEqual(['data: no-data'])
  expect(() => toMessage(5 as never)).toThrow(/^打印任务的消息不正确：应为对象。/)
})

it('amounts go into the queue as they were written, under the id of the content', () => {
  const job = { form: 'a', data: readJson('{"total":1.10,"a":[1e3]}') }
  const message = toMessage(job)
  expect(message).toEqual({ form: 'a', data: '{"a":[1e3],"total":1.10}' })
  expect(jobId(message)).toBe(jobId(job))
  expect(() => toMessage({ form: 'a', data: { total: Number.POSITIVE_INFINITY } })).toThrow(/不是普通数据/)
})
