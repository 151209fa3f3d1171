/**
 * The program of a hostile process: reads an order from standard input, prints its documents, writes their hashes.
 * The clock is changed here and nowhere else: this process does nothing but this.
 */
import { stdin, stdout } from 'node:process'
import { deserialize } from 'node:v8'
import type { Carried } from '../../many/carry-value.js'
import type { FormAddress } from '../../many/form-address.js'

export interface PrintJob {
  readonly data: Carried
  /** Name of the variant. */
  readonly template: string
}

export interface PrintOrder {
  readonly form: FormAddress
  readonly days: number
  readonly reversed: boolean
  readonly jobs: readonly PrintJob[]
}

const readOrder = async (): Promise<PrintOrder> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(chunk as Uint8Array)
  return deserialize(Buffer.concat(chunks)) as PrintOrder
}

/** Before the form is loaded, so that whatever it remembers of the clock is wrong too. */
const shiftClock = (days: number): void => {
  const shift = days * 86_400_000
  const Genuine = Date
  globalThis.Date = new Proxy(Genuine, {
    construct: (target, values: readonly unknown[]) =>
      Reflect.construct(target, values.length === 0 ? [Genuine.now() + shift] : [...values]) as Date,
    get: (target, key) => (key === 'now' ? () => Genuine.now() + shift : Reflect.get(target, key)),
  })
}

const order = await readOrder()
shiftClock(order.days)
const { render } = await import('../../render.js')
const { nodePlatform } = await import('../../platform/node-platform.js')
const { reverseKeys } = await import('./reverse-keys.js')
const { importForm } = await import('../../many/form-address.js')
const { unpack } = await import('../../many/carry-value.js')
const form = await importForm(order.form)
const hashes: string[] = []
for (const job of order.jobs) {
  const data = unpack(job.data)
  const { pdf } = await render(
    form,
    order.reversed ? reverseKeys(data) : data,
    { template: job.template },
    nodePlatform,
  )
  hashes.push(nodePlatform.sha256Hex(pdf))
}
stdout.write(JSON.stringify(hashes))
