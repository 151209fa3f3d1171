/** Reads the structure tree of a PDF with poppler, as a screen reader would. */
import { run } from '../paint/read-back.js'

export interface SpokenElement {
  readonly tag: string
  readonly id: string
  readonly headers: readonly string[]
  readonly text: string
}

/** In the order of the tree. */
export function readStructure(pdf: Uint8Array): SpokenElement[] {
  const elements: { tag: string; id: string; headers: string[]; text: string }[] = []
  for (const line of run('pdfinfo', ['-struct-text', 'FILE'], pdf).split('\n')) {
    const [, tag, id = ''] = /^\s*([A-Z]\w*)(?: <(.*)>)?(?: \(block\))?:?$/.exec(line) ?? []
    const last = elements.at(-1)
    if (tag !== undefined) elements.push({ tag, id, headers: [], text: '' })
    else if (last && /^\s+\/Headers \[/.test(line))
      last.headers = Array.from(line.matchAll(/\((.*?)\)/g), ([, header = '']) => header)
    else if (last && /^\s+"/.test(line)) last.text += /^\s+"(.*)"$/.exec(line)?.[1] ?? ''
  }
  return elements
}
