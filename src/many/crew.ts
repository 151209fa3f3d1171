/** The threads of a pool: each is started when there is work that the others have no room for, and one that dies is done without. */
import type { Piscina } from 'piscina'

export interface CrewRules {
  /** Threads at most. */
  readonly threads: number
  /** Tasks that a thread may have at once. */
  readonly tasksEach: number
  /** A pool of one thread. Throws where the system gives no more of them. */
  readonly start: () => Piscina
}

export interface Crew {
  /** Rejects where its thread is gone (by an error of its own, out of memory, ended), where none can be started, and at the end. */
  readonly run: <T>(name: string, task: unknown) => Promise<T>
  /** Ends the threads at once, whatever they are doing. */
  readonly end: () => Promise<void>
}

interface Thread {
  readonly pool: Piscina
  busy: number
  /** Until one says that it has started it has the one task it was started for; the first of all has nobody to wait for. */
  ready: boolean
}

interface Job {
  readonly name: string
  readonly task: unknown
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

/**
 * Each thread is a pool of its own. One pool of all would start threads where nobody hears that the system gives none, which
 * ends the process; and once a thread has died while it started it starts no other, so that what waits is never told.
 */
export const openCrew = ({ threads, tasksEach, start }: CrewRules): Crew => {
  const crew = new Set<Thread>()
  const queue: Job[] = []
  let [most, ended] = [threads, false]

  const hire = (): Thread => {
    const pool = start()
    const thread: Thread = { pool, busy: 0, ready: crew.size === 0 }
    pool.threads[0]?.once('message', () => {
      thread.ready = true
      share()
    })
    pool.on('workerDestroy', () => {
      // Destroyed, it starts no other thread in the place of this one.
      if (crew.delete(thread)) void pool.destroy()
    })
    crew.add(thread)
    return thread
  }

  const chooseThread = (): Thread | undefined => {
    const [idlest] = [...crew].filter(({ ready, busy }) => ready && busy < tasksEach).sort((a, b) => a.busy - b.busy)
    if (idlest !== undefined || crew.size >= most) return idlest
    try {
      return hire()
    } catch (error) {
      if (crew.size === 0) throw error
      // The system gives no more: those that run do it.
      most = crew.size
      return undefined
    }
  }

  const give = async (thread: Thread, { name, task, resolve, reject }: Job): Promise<void> => {
    thread.busy += 1
    await thread.pool.run(task, { name }).then(resolve as (result: unknown) => void, reject)
    thread.busy -= 1
    share()
  }

  const share = (): void => {
    while (queue.length > 0) {
      try {
        const thread = chooseThread()
        if (thread === undefined) return
        void give(thread, queue.shift() as Job)
      } catch (error) {
        queue.shift()?.reject(error)
      }
    }
  }

  return {
    run: (name, task) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new Error('ended'))
        queue.push({ name, task, resolve, reject })
        share()
      }),
    end: async () => {
      ended = true
      for (const { reject } of queue.splice(0)) reject(new Error('ended'))
      const all = [...crew]
      crew.clear()
      await Promise.all(all.map(({ pool }) => pool.destroy()))
    },
  }
}
