/** Adds every line of a JSONL file to the queue and tells how it goes: `REDIS_HOST=redis node add.mjs FORMS.jsonl` */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { formJob, openQueue } from 'jixiao-forms/queue'

const queue = openQueue({
  connection: { host: process.env.REDIS_HOST ?? '127.0.0.1', port: Number(process.env.REDIS_PORT ?? 6379) },
  // Redis that is away or refuses the password is waited for: whoever waits shall see what for.
  onError: (error) => console.error(`redis: ${error.message}`),
})
for await (const line of createInterface({ input: createReadStream(process.argv[2] ?? 'forms.jsonl') })) {
  if (line.trim() !== '') await queue.add(formJob('performance-target', line))
}

for (;;) {
  const { waiting, active, done, dead } = await queue.counts()
  console.log(`waiting ${waiting}, printing ${active}, done ${done}, dead ${dead}`)
  if (waiting + active === 0) break
  await new Promise((resolve) => setTimeout(resolve, 2000))
}
for (const { id, attempts, diagnostics } of await queue.deadLetters()) {
  console.error(`${id.slice(0, 12)} after ${attempts} attempts: ${diagnostics.map(({ message }) => message).join(' ')}`)
  process.exitCode = 1
}
await queue.close()
