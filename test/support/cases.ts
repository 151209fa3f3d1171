/** Reads test cases written in the language of the subject: `# title`, its lines, `==>`, what is expected. */
import { readFileSync } from 'node:fs'

export interface Case {
  readonly title: string
  readonly given: readonly string[]
  readonly expected: readonly string[]
}

export const readCases = (name: string): readonly Case[] =>
  readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8')
    .split(/^# /m)
    .slice(1)
    .map(readCase)

const readCase = (block: string): Case => {
  const lines = block.replace(/\n+$/, '').split('\n')
  const arrow = lines.indexOf('==>')
  if (arrow < 0) throw new Error(`no ==> in case ${lines[0]}`)
  return { title: lines[0] ?? '', given: lines.slice(1, arrow), expected: lines.slice(arrow + 1) }
}
