/** How far a batch is: a bar on a terminal, a plain line now and then elsewhere. */

/** Where the bar is drawn. */
export interface ProgressTarget {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

export interface Progress {
  readonly update: (count: number, writeLine: (text: string) => Promise<void>) => Promise<void>
  /** Writes something else without the bar in its way. */
  readonly aside: (write: () => Promise<void>) => Promise<void>
  readonly stop: () => void
  readonly seconds: () => number
}

const CLEAR_LINE = '\r\u001B[K'
/** Between two looks of the bar, and between two plain lines. */
const BAR_MS = 100
const LINE_MS = 10_000

/** @param done share of the input that has been read, 0 to 1; undefined where nobody knows */
export const openProgress = (
  target: ProgressTarget,
  done: () => number | undefined,
  clock: () => number = () => performance.now(),
): Progress => {
  const bar = target.isTTY === true
  const begin = clock()
  let last = begin
  let drawn = false
  const clear = (): void => {
    if (drawn) target.write(CLEAR_LINE)
    drawn = false
  }
  return {
    update: async (count, writeLine) => {
      const now = clock()
      if (now - last < (bar ? BAR_MS : LINE_MS)) return
      last = now
      const state: ProgressState = { count, share: done(), seconds: (now - begin) / 1000 }
      if (!bar) return writeLine(`${progressWords(state)}\n`)
      target.write(`\r${progressBar(state, target.columns ?? 80)}\u001B[K`)
      drawn = true
    },
    aside: (write) => {
      clear()
      return write()
    },
    stop: clear,
    seconds: () => (clock() - begin) / 1000,
  }
}

export interface ProgressState {
  readonly count: number
  readonly share: number | undefined
  readonly seconds: number
}

const MOST_CELLS = 24
/** Brackets and the space behind them. */
const AROUND_CELLS = 3

/**
 * `[████████░░░░] 34% 3400份 52份/秒 还需2分8秒`. A bar that wraps cannot be drawn over: on a narrow terminal its cells make room
 * for the words, which would say another time if they were cut.
 */
export const progressBar = (state: ProgressState, columns: number): string => {
  const { share } = state
  const words = progressWords(state)
  const cells = Math.min(MOST_CELLS, Math.floor((columns - 1 - widthOf(words) - AROUND_CELLS) / 2))
  if (share === undefined || cells < 1) return fit(words, columns - 1)
  const filled = Math.round(share * cells)
  return `[${'█'.repeat(filled)}${'░'.repeat(cells - filled)}] ${words}`
}

export const progressWords = ({ count, share, seconds }: ProgressState): string => {
  const rate = seconds > 0 ? count / seconds : 0
  const left = share === undefined || share === 0 ? undefined : (seconds / share) * (1 - share)
  const percent = share === undefined ? '' : `${Math.floor(share * 100)}% `
  return `${percent}${count}份 ${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}份/秒${left === undefined ? '' : ` 还需${duration(left)}`}`
}

export const duration = (seconds: number): string => {
  const whole = Math.round(seconds)
  const parts = [`${Math.floor(whole / 3600)}时`, `${Math.floor((whole % 3600) / 60)}分`, `${whole % 60}秒`]
  return parts.slice(whole >= 3600 ? 0 : whole >= 60 ? 1 : 2).join('')
}

/** Han characters and the marks of the bar take two columns on a terminal of this country. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u2500-\u25FF\u4E00-\u9FFF]/.test(character) ? 2 : 1), 0)

const fit = (text: string, columns: number): string => {
  let width = 0
  let kept = ''
  for (const character of text) {
    width += widthOf(character)
    if (width > columns) break
    kept += character
  }
  return kept
}
