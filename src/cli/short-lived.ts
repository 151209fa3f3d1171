/** Tells V8 what it would learn wrongly of a process that prints one form after another. */
import { setFlagsFromString } from 'node:v8'

/**
 * What is made for a form dies with it. V8 watches the first forms while its nursery is still small, finds that they outlive
 * it, and from then on makes their like in the old space, where they wait for the next whole collection: a hundred megabytes
 * a thread. Called by a command before it starts its threads, never by the library: the flag is the whole process's.
 */
export const expectShortLives = (): void => setFlagsFromString('--no-allocation-site-pretenuring')
