/** A host that prints: takes jobs from Redis until it is told to stop. `REDIS_HOST=redis OUTPUT=/prints node worker.mjs` */
import { folderStore, startWorker } from 'jixiao-forms/queue'
import { forms } from 'jixiao-forms/templates'

const worker = await startWorker({
  connection: { host: process.env.REDIS_HOST ?? '127.0.0.1', port: Number(process.env.REDIS_PORT ?? 6379) },
  store: folderStore(process.env.OUTPUT ?? 'prints', new Date()),
  forms,
  onDone: (id, { name, printed }) => console.log(`${id.slice(0, 12)} ${printed ? 'printed' : 'was there'}: ${name}`),
  onError: (error, id) => console.error(`${id?.slice(0, 12) ?? 'redis'}: ${error.message}`),
})

/** docker stop and Kubernetes send SIGTERM, and kill after a while: jobs under way are finished, or left to another host. */
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await worker.close(8000)
    process.exit(0)
  })
}
