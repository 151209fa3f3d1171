/** What a reader of PDF finds in a book, taken from its objects: pages in the order of the page tree, links, labels, outline, fonts. */

export interface ReadPage {
  /** Streams of its content; 0 on a blank page. */
  readonly contents: number
  readonly width: number
  /** Page indices, from 0, with the rectangle each is reached by, in points from the foot. */
  readonly links: readonly { readonly to: number; readonly rectangle: readonly number[] }[]
}

export interface ReadItem {
  readonly title: string
  readonly page: number
  readonly open: boolean
  readonly items: readonly ReadItem[]
}

export interface ReadBook {
  readonly pages: readonly ReadPage[]
  readonly outline: readonly ReadItem[]
  /** What readers call each page. */
  readonly labels: readonly string[]
  /** Base fonts of the embedded programs. */
  readonly fontFiles: readonly string[]
  readonly info: string
}

export const readBook = (pdf: Uint8Array): ReadBook => {
  const text = Buffer.from(pdf).toString('latin1')
  const bodies = objectBodies(text)
  const body = (name: string | undefined): string => bodies.get(Number(name)) ?? ''
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const root = body(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
  const numbers = pageNumbers(body, /\/Pages (\d+) 0 R/.exec(root)?.[1] ?? '')
  const indexOf = (number: string | undefined): number => numbers.indexOf(number ?? '')
  return {
    pages: numbers.map((number) => readPage(body(number), indexOf)),
    outline: readItems(body, body(/\/Outlines (\d+) 0 R/.exec(root)?.[1]), indexOf),
    labels: readLabels(body(/\/PageLabels (\d+) 0 R/.exec(root)?.[1]), numbers.length),
    fontFiles: [...bodies.values()].flatMap((object) =>
      /\/FontFile[23] /.test(object) ? [/\/FontName \/\w+\+([\w-]+)/.exec(object)?.[1] ?? ''] : [],
    ),
    info: body(/\/Info (\d+) 0 R/.exec(trailer)?.[1]),
  }
}

/** By the cross-reference table: an object that it misses is not there. */
const objectBodies = (text: string): ReadonlyMap<number, string> => {
  const xref = Number(/startxref\s+(\d+)/.exec(text.slice(-64))?.[1])
  const table = text.slice(xref, text.indexOf('trailer', xref))
  const entries = [...table.matchAll(/(\d{10}) \d{5} ([nf]) \n/g)]
  return new Map(
    entries.flatMap(([, offset, kind], number) => {
      const start = Number(offset)
      const head = `${number} 0 obj\n`
      if (kind === 'f') return []
      if (text.slice(start, start + head.length) !== head) throw new Error(`object ${number} is not at ${start}`)
      const end = text.slice(start).search(/\nendobj|\nstream\n/)
      return [[number, text.slice(start + head.length, start + end)] as const]
    }),
  )
}

const pageNumbers = (body: (name: string) => string, node: string): readonly string[] => {
  const kids = /\/Kids \[([^\]]*)\]/.exec(body(node))?.[1]
  if (kids === undefined) return [node]
  const numbers = [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => pageNumbers(body, kid))
  if (Number(/\/Count (\d+)/.exec(body(node))?.[1]) !== numbers.length) throw new Error(`node ${node} counts wrong`)
  return numbers
}

const readPage = (page: string, indexOf: (number: string | undefined) => number): ReadPage => ({
  contents: [...(/\/Contents (\[[^\]]*\]|\d+ 0 R)/.exec(page)?.[1] ?? '').matchAll(/ 0 R/g)].length,
  width: Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(page)?.[1]),
  links: [...page.matchAll(/\/Rect \[([^\]]*)\] \/Dest \[(\d+) 0 R/g)].map(([, rectangle = '', to]) => ({
    to: indexOf(to),
    rectangle: rectangle.split(' ').map(Number),
  })),
})

const readItems = (
  body: (name: string | undefined) => string,
  parent: string,
  indexOf: (number: string | undefined) => number,
): readonly ReadItem[] => {
  const items: ReadItem[] = []
  for (let next = /\/First (\d+)/.exec(parent)?.[1]; next !== undefined; next = /\/Next (\d+)/.exec(body(next))?.[1]) {
    const item = body(next)
    items.push({
      title: hexText(/\/Title <FEFF([0-9A-F]*)>/.exec(item)?.[1] ?? ''),
      page: indexOf(/\/Dest \[(\d+) 0 R/.exec(item)?.[1]),
      open: !item.includes('/Count -'),
      items: readItems(body, item, indexOf),
    })
  }
  return items
}

const readLabels = (labels: string, count: number): readonly string[] => {
  const ranges = [...labels.matchAll(/(\d+) <<(?:\/P <FEFF([0-9A-F]*)>)?(\/S \/D)?>>/g)]
  return Array.from({ length: count }, (_, index) => {
    const range = ranges.findLast(([, start]) => Number(start) <= index)
    return hexText(range?.[2] ?? '') + (range?.[3] === undefined ? '' : String(index - Number(range[1]) + 1))
  })
}

const hexText = (hex: string): string => hex.replace(/.{4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)))
