/** The sample forms, read as the command line reads them, and every variant they print in. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readJson } from '../../../src/input/read-json.js'
import { nodePlatform } from '../../../src/platform/node-platform.js'
import type { Platform } from '../../../src/platform/platform.js'
import { type PerformanceTargetInput, performanceTarget } from '../../../templates/index.js'

const folder = fileURLToPath(new URL('../../../templates/performance-target/samples/', import.meta.url))

export const samples = readdirSync(folder).sort()
export const variants = Object.keys(performanceTarget.templates)
export const readSample = (name: string) => readJson(readFileSync(folder + name)) as PerformanceTargetInput
export const everySample = samples.flatMap((sample) => variants.map((variant) => [sample, variant] as const))

/** The same version for ever: a new one prints another creator. */
export const platform: Platform = { ...nodePlatform, creator: 'jixiao-forms 0.1.0' }
