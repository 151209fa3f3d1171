// The form that everything is measured on: sample 04, two pages' worth of text and 18 rows of indicators.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @typedef {Record<string, any>} Form  the data of a 项目支出绩效目标表 */

const sample = new URL('../../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url)

export const samplePath = fileURLToPath(sample)

/** @returns {Form} */
export const readSample = () => JSON.parse(readFileSync(sample, 'utf8'))
