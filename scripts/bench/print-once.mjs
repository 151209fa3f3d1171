// node print-once.mjs CONTENDER FILE: prints the sample once, for the measuring of cold starts.
import { writeFileSync } from 'node:fs'
import { contenders } from './contenders.mjs'
import { readSample } from './sample-form.mjs'

const [name = '', file = ''] = process.argv.slice(2)
const print = await contenders[name]?.open()
if (print !== undefined) writeFileSync(file, await print(readSample()))
