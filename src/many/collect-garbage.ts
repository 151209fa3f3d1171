/**
 * What starting up leaves in the old space lies there until V8 collects all of it for the first time, after thousands of records.
 * Where the process was started so that a program may ask for it (`node --expose-gc`; `jixiao batch` always), it is collected
 * once, early, between two records. Not again: between records no function that a function makes is alive, so that V8 drops
 * their fast code with them, half a second of compiling.
 * @param records how many are done before
 * @returns to be told how many more are done
 */
export const collectOnce = (records: number): ((done: number) => void) => {
  let left = records
  return (done) => {
    if (left <= 0) return
    left -= done
    if (left <= 0) globalThis.gc?.()
  }
}

/** All is loaded by then, and little of it has fast code yet. */
export const RECORDS_BEFORE = 200
