import { describe, expect, it } from 'vitest'
import { duration, openProgress, progressBar, progressWords } from '../../src/cli/batch-progress.js'
import { writeTable } from '../../src/cli/batch-table.js'
import { addEvent, emptyTally } from '../../src/cli/batch-tally.js'
import { problem } from '../../src/diagnostics/make-problem.js'
import type { BatchEvent } from '../../src/many/run-batch.js'

describe('progress', () => {
  it('tells count, rate and time left', () => {
    expect(progressWords({ count: 3400, share: 0.34, seconds: 100 })).toBe('34% 3400份 34份/秒 还需3分14秒')
    expect(progressWords({ count: 12, share: undefined, seconds: 5 })).toBe('12份 2.4份/秒')
    expect(progressBar({ count: 50, share: 0.5, seconds: 10 }, 200)).toBe(
      `[${'█'.repeat(12)}${'░'.repeat(12)}] 50% 50份 5.0份/秒 还需10秒`,
    )
    expect([0, 59.6, 61, 3599, 3600, 90061].map(duration)).toEqual([
      '0秒',
      '1分0秒',
      '1分1秒',
      '59分59秒',
      '1时0分0秒',
      '25时1分1秒',
    ])
  })

  it('never wraps, and tells all of rate and time left wherever they find room', () => {
    const state = { count: 3400, share: 0.34, seconds: 100 }
    const words = '34% 3400份 34份/秒 还需3分14秒'
    expect(progressBar(state, 80)).toBe(`[${'█'.repeat(8)}${'░'.repeat(15)}] ${words}`)
    expect(progressBar(state, 40)).toBe(`[█░░] ${words}`)
    expect(progressBar(state, 32)).toBe(words)
    expect(progressBar(state, 20)).toBe('34% 3400份 34份/秒 ')
    expect(progressBar(state, 1)).toBe('')
    expect(progressBar({ ...state, share: undefined }, 80)).toBe('3400份 34份/秒')
  })

  const play = async (isTTY: boolean): Promise<{ drawn: string; lines: string }> => {
    const drawn: string[] = []
    const lines: string[] = []
    let now = 0
    const target = { isTTY, columns: 80, write: (text: string) => drawn.push(text) }
    const line = async (text: string): Promise<void> => void lines.push(text)
    const progress = openProgress(
      target,
      () => 0.5,
      () => now,
    )
    for (const time of [50, 150, 200, 12_000, 12_100]) {
      now = time
      await progress.update(time, line)
    }
    await progress.aside(() => line('fault\n'))
    progress.stop()
    return { drawn: drawn.join(''), lines: lines.join('') }
  }

  it('is a bar on a terminal, taken away for what else is written', async () => {
    const { drawn, lines } = await play(true)
    expect(drawn.match(/\r\[/g)).toHaveLength(3)
    expect(drawn.endsWith('\r\u001b[K')).toBe(true)
    expect(lines).toBe('fault\n')
  })

  it('is a plain line now and then elsewhere', async () => {
    const { drawn, lines } = await play(false)
    expect([drawn, lines]).toEqual(['', '50% 12000份 1000份/秒 还需12秒\nfault\n'])
  })
})

describe('the table at the end', () => {
  const place = { file: 'forms.jsonl', line: 3, column: 1, offset: 0 }
  const print = { place, name: 'a.pdf', key: 'k', sha256: 's', pages: 2, findings: [1, 2, 0] as const }

  it('counts, sums the findings and lists what was not printed', () => {
    const tally = emptyTally()
    const faulty = [problem('missing-key', 'plan', { key: 'plan' }), problem('missing-key', 'basis', { key: 'basis' })]
    const events: BatchEvent[] = [
      { kind: 'printed', ...print, why: 'new', diagnostics: [problem('required', 'plan', {})] },
      { kind: 'unchanged', ...print },
      { kind: 'failed', place, name: 'b.pdf', diagnostics: faulty },
    ]
    for (const event of events) addEvent(tally, event)
    const table = writeTable(tally, { target: 'folder', broken: false, seconds: 65 })
    expect(table).toMatch(/打印 +1份\n.*跳过 +1份\n.*没有打印 +1份\n.*合计 +3份\n.*页数 +4页\n.*用时 +1分5秒\n/)
    expect(table).toContain('错误2，警告4，提示0')
    expect(table).toMatch(/required +1处/)
    expect(table).toContain('forms.jsonl:3　b.pdf　plan：缺少“plan”。（另有1处）')
    expect(writeTable(tally, { target: 'folder', broken: true, seconds: 1 })).toMatch(/^批量打印中断/)
  })
})
