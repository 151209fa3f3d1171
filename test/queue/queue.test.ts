import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readJson } from '../../src/input/read-json.js'
import { exactJson } from '../../src/queue/exact-json.js'
import { formJob, jobId, readJob } from '../../src/queue/form-job.js'
import { performanceTarget } from '../../templates/index.js'
import { type Built, build, formText } from '../many/built.js'
import { type RedisServer, redisServer, withRedis } from './redis-server.js'

type Queueing = typeof import('../../src/queue/index.js')

describe('the message of a job', () => {
  it('is plain JSON that keeps amounts as they were written', () => {
    const job = formJob(performanceTarget, readJson('{"total":1.10,"list":[1e3,"a",null,true]}') as never, {
      title: '题',
    })
    expect(job).toEqual({
      form: 'performance-target',
      data: '{"total":1.10,"list":[1e3,"a",null,true]}',
      options: { title: '题' },
    })
    expect(readJob(JSON.parse(JSON.stringify(job)))).toEqual(job)
  })

  it('has the same id for the same content, whatever the order of its keys', () => {
    const job = formJob('a', '{}', { title: '题', strict: true })
    expect(jobId({ options: { strict: true, title: '题' }, data: '{}', form: 'a' })).toBe(jobId(job))
    expect(jobId(formJob('a', '{ }', { title: '题', strict: true }))).not.toBe(jobId(job))
    const amount = (written: string) => jobId({ form: 'a', data: readJson(`{"total":${written}}`) })
    expect(amount('1.10')).not.toBe(amount('1.1'))
  })

  it.each([
    [{ form: 1, data: {} }],
    [{ form: 'a', data: {}, module: 'file:///evil.mjs' }],
    ['x'],
    [{ form: 'a', data: '', options: { fonts: {} } }],
    [{ form: 'a', data: '', options: { copy: 'final' } }],
  ])('is refused where it is none: %j', (message) =>
    expect(() => readJob(message)).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'job-invalid' })] }),
    ),
  )

  it('refuses what JSON cannot carry', () => {
    for (const value of [{ a: new Date(0) }, { a: Number.NaN }, { a: [() => 1] }, { a: 1n }]) {
      expect(() => exactJson(value)).toThrow(
        expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'not-plain-data' })] }),
      )
    }
  })
})

let built: Built
let queueing: Queueing
let folder = ''
let redis: RedisServer
const children: ChildProcess[] = []

withRedis('the queue', () => {
  beforeAll(async () => {
    built = await build()
    queueing = (await import(/* @vite-ignore */ built.url('src/queue/index.js'))) as Queueing
  })
  afterAll(() => built.remove())
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jixiao-queue-'))
    redis = await redisServer(folder)
    await redis.start()
  })
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await redis.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const connection = () => ({ host: '127.0.0.1', port: redis.port, retryStrategy: () => 100 })
  const openQueue = () => queueing.openQueue({ connection: connection(), backoff: 100 })
  /** A host that was killed may leave a temporary file; prints appear by rename. */
  const prints = (): string[] =>
    readdirSync(join(folder, 'out'))
      .filter((name) => name.endsWith('.pdf'))
      .sort()
  const texts = (count: number): string[] => Array.from({ length: count }, (_, index) => formText(`第${index}份`))
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

  /** Another host: a process of its own that can be killed. */
  const startHost = (): ChildProcess => {
    const file = join(built.beside, 'host.mjs')
    writeFileSync(file, HOST(built.url('src/queue/index.js'), built.url('templates/index.js')))
    const child = spawn(process.execPath, [file, String(redis.port), join(folder, 'out')], { stdio: 'ignore' })
    children.push(child)
    return child
  }

  const until = async (done: () => Promise<boolean>): Promise<void> => {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (await done().catch(() => false)) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('waited for a minute in vain')
  }

  const expectWhole = async (expected: readonly string[]): Promise<void> => {
    const singles = await Promise.all(
      expected.map(async (text) =>
        hash((await built.library.renderForm(built.templates.performanceTarget, JSON.parse(text))).pdf),
      ),
    )
    expect(
      prints()
        .map((name) => hash(readFileSync(join(folder, 'out', name))))
        .sort(),
    ).toEqual(singles.sort())
  }

  it('prints each job once, keeps dead letters with their reasons, and closes gracefully', async () => {
    const queue = openQueue()
    const all = texts(6)
    for (const text of [...all, ...all]) await queue.add(queueing.formJob('performance-target', text))
    await queue.add(queueing.formJob('performance-target', '{"form":"performance-target"}'))
    await queue.add(queueing.formJob('nope', '{}'))
    expect(await queue.counts()).toEqual({ waiting: 8, active: 0, done: 0, dead: 0 })
    const done: boolean[] = []
    const heard: string[] = []
    const worker = await queueing.startWorker({
      connection: connection(),
      forms: built.templates.forms,
      store: queueing.folderStore(join(folder, 'out'), new Date()),
      concurrency: 2,
      onDone: (_, { printed }) => void done.push(printed),
      onError: ({ message }) => void heard.push(message),
    })
    await until(async () => (await queue.counts()).done + (await queue.counts()).dead === 8)
    const dead = await queue.deadLetters()
    expect(dead.map(({ attempts, diagnostics }) => [attempts, diagnostics[0]?.code]).sort()).toEqual([
      [1, 'form-unknown'],
      [1, 'missing-key'],
    ])
    expect(dead.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message))).toContain(
      '项目名称（projectName）：缺少“projectName”。',
    )
    expect(heard).toContainEqual(expect.stringMatching(/^form：没有“nope”这种表。/))
    await expectWhole(all)
    expect(done).toEqual(all.map(() => true))
    // Closing finishes what has begun.
    for (const text of texts(12).slice(6)) await queue.add(queueing.formJob('performance-target', text))
    await until(async () => (await queue.counts()).active > 0)
    await worker.close()
    expect((await queue.counts()).active).toBe(0)
    await queue.close()
  })

  it('tries again what may be better next time, and a dead letter that is added anew', async () => {
    const queue = queueing.openQueue({ connection: connection(), attempts: 2, backoff: 10 })
    const store = {
      find: () => Promise.resolve(undefined),
      put: () => (tries++ < 3 ? Promise.reject(new Error('gone')) : Promise.resolve()),
    }
    let tries = 0
    const worker = await queueing.startWorker({
      connection: connection(),
      forms: built.templates.forms,
      store,
      concurrency: 1,
    })
    const job = queueing.formJob('performance-target', formText('甲'))
    const id = await queue.add(job)
    await until(async () => (await queue.counts()).dead === 1)
    expect(await queue.deadLetters()).toMatchObject([{ id, job, attempts: 2, diagnostics: [{ code: 'internal' }] }])
    await queue.add(job)
    await until(async () => (await queue.counts()).done === 1)
    expect(tries).toBe(4)
    await worker.close()
    await queue.close()
  })

  it('prints a draft, and anew where the host has come back with another font', async () => {
    const queue = openQueue()
    const text = formText('甲')
    const { hei = '' } = built.library.fontFiles()
    const fonts = { fangsong: { path: hei } }
    for (const given of [{}, { fonts }]) {
      const worker = await queueing.startWorker({
        connection: connection(),
        forms: built.templates.forms,
        store: queueing.folderStore(join(folder, 'out'), new Date()),
        concurrency: 1,
        ...given,
      })
      const id = await queue.add(queueing.formJob('performance-target', text, { copy: 'draft' }))
      await until(async () => (await queue.counts()).done === 1)
      await queue.remove(id)
      await worker.close()
    }
    const print = async (given: object) =>
      hash((await built.library.renderForm(built.templates.performanceTarget, JSON.parse(text), given)).pdf)
    expect(
      prints()
        .map((name) => hash(readFileSync(join(folder, 'out', name))))
        .sort(),
    ).toEqual([await print({ copy: 'draft' }), await print({ copy: 'draft', fonts })].sort())
    await queue.close()
  })

  it('a message that is no JSON is a dead letter, and hides no other', async () => {
    const queue = openQueue()
    const elsewhere = new Queue('jixiao-forms', { connection: connection() })
    await elsewhere.add('print', {}, { jobId: 'from-python' })
    const text = '{"form":"performance-target","data":{"total":NaN}}'
    const client = new Redis(connection())
    await client.hset('bull:jixiao-forms:from-python', 'data', text)
    client.disconnect()
    const worker = await queueing.startWorker({
      connection: connection(),
      forms: built.templates.forms,
      store: queueing.folderStore(join(folder, 'out'), new Date()),
      concurrency: 1,
    })
    const other = await queue.add(queueing.formJob('nope', '{}'))
    await until(async () => (await queue.counts()).dead === 2)
    const dead = await queue.deadLetters()
    expect(dead.map(({ id }) => id).sort()).toEqual([other, 'from-python'].sort())
    expect(dead.find(({ id }) => id === 'from-python')).toMatchObject({
      job: text,
      attempts: 1,
      diagnostics: [{ code: 'job-invalid', message: '打印任务的消息不正确：应为对象。' }],
    })
    await worker.close()
    await elsewhere.close()
    await queue.close()
  })

  it('closes in time while a job hangs, which another host does, and while Redis is away', async () => {
    const queue = openQueue()
    const start = (put: () => Promise<void>) =>
      queueing.startWorker({
        connection: connection(),
        forms: built.templates.forms,
        store: { find: () => Promise.resolve(undefined), put },
        concurrency: 1,
        lockDuration: 1000,
      })
    let hanging = false
    const first = await start(() => {
      hanging = true
      return new Promise(() => undefined)
    })
    await queue.add(queueing.formJob('performance-target', formText('甲')))
    await until(async () => hanging)
    const closed = async (worker: { close: (patience: number) => Promise<void> }): Promise<number> => {
      const began = Date.now()
      await Promise.all([worker.close(500), worker.close(500)])
      return Date.now() - began
    }
    expect(await closed(first)).toBeLessThan(3000)
    expect((await queue.counts()).dead).toBe(0)
    const second = await start(() => Promise.resolve())
    await until(async () => (await queue.counts()).done === 1)
    await redis.stop()
    expect(await closed(second)).toBeLessThan(3000)
    await queue.close()
  })

  it('leaves no connection behind, however soon it is closed', async () => {
    const client = new Redis(connection())
    const connections = async (): Promise<number> =>
      Number(/connected_clients:(\d+)/.exec(await client.info('clients'))?.[1])
    const before = await connections()
    for (const patience of [0, 5000]) {
      const worker = await queueing.startWorker({
        connection: connection(),
        forms: built.templates.forms,
        store: queueing.folderStore(join(folder, 'out'), new Date()),
        concurrency: 1,
      })
      await until(async () => (await connections()) > before)
      await worker.close(patience)
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(await connections()).toBe(before)
    }
    client.disconnect()
  })

  it('a dead letter that several add at once is tried anew, and none of them hears of the others', async () => {
    const queue = queueing.openQueue({ connection: connection(), attempts: 1 })
    const worker = await queueing.startWorker({
      connection: connection(),
      forms: built.templates.forms,
      store: queueing.folderStore(join(folder, 'out'), new Date()),
      concurrency: 1,
    })
    const job = queueing.formJob('nope', '{}')
    await queue.add(job)
    for (let round = 0; round < 10; round++) {
      await until(async () => (await queue.counts()).dead === 1)
      expect(new Set(await Promise.all(Array.from({ length: 5 }, () => queue.add(job)))).size).toBe(1)
    }
    await worker.close()
    await queue.close()
  })

  it('Redis stopped and started in the middle, and a host killed while it prints: every job once, none lost', async () => {
    const queue = openQueue()
    const all = texts(60)
    await Promise.all(all.map((text) => queue.add(queueing.formJob('performance-target', text))))
    const first = startHost()
    startHost()
    await until(async () => (await queue.counts()).done > 3)
    first.kill('SIGKILL')
    await until(async () => (await queue.counts()).done > 10)
    await redis.stop()
    await new Promise((resolve) => setTimeout(resolve, 500))
    await redis.start()
    await until(async () => (await queue.counts()).done === all.length)
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, done: all.length, dead: 0 })
    await expectWhole(all)
    await queue.close()
  })
})

/** Locks of two seconds, so that the jobs of a killed host need not be waited for. */
const HOST = (queue: string, templates: string): string => `
import { folderStore, startWorker } from '${queue}'
import { forms } from '${templates}'
const [port, folder] = process.argv.slice(2)
const connection = { host: '127.0.0.1', port: Number(port), retryStrategy: () => 100 }
const worker = await startWorker({ connection, forms, store: folderStore(folder, new Date()), concurrency: 1, lockDuration: 2000 })
process.once('SIGTERM', () => worker.close().then(() => process.exit(0)))
`
