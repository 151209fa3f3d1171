/** A Redis of the test's own: on a free port, with its data in a folder of its own, stopped and started at will. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { describe, it } from 'vitest'

export interface RedisServer {
  readonly port: number
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Every write is on disk before it is answered: what a stop loses then is the queue's fault. */
export const redisServer = async (folder: string): Promise<RedisServer> => {
  const port = await freePort()
  let server: ChildProcess | undefined
  return {
    port,
    start: async () => {
      const flags = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--appendonly',
        'yes',
        '--appendfsync',
        'always',
        '--save',
        '',
      ]
      server = spawn('redis-server', flags, { stdio: 'ignore' })
      await untilAnswered(port)
    },
    stop: async () => {
      if (server === undefined || server.signalCode !== null) return
      const ended = once(server, 'exit')
      server.kill('SIGKILL')
      await ended
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const untilAnswered = async (port: number): Promise<void> => {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await answers(port)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('redis-server does not answer')
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')))
    socket.once('error', () => end(false))
  })

/** `describe` where the server is installed; elsewhere a visible skip, and in CI a failure. */
export const withRedis = (name: string, tests: () => void): void => {
  if (spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).error === undefined)
    return void describe(name, tests)
  const words = 'needs redis-server, which this machine lacks'
  if (process.env['CI'] === 'true') {
    return void it(`${name}: ${words}`, () => {
      throw new Error(words)
    })
  }
  console.warn(`SKIPPED ${name}: ${words}`)
  describe.skip(`${name} (${words})`, tests)
}
