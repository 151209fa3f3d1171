/** Removes the last build, so that a file that is gone from the sources is gone from the package. */
import { rmSync } from 'node:fs'

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true })
