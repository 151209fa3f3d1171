/** Bookmarks (ISO 32000-1, 12.3.3): one level of parents, one of children. */
import { type PdfKitDocument, type TextObject, textObject } from '../open-document.js'
import { utf16Hex } from '../to-unicode.js'
import type { Target } from './sheet.js'
import { destination } from './write-sheets.js'

export interface OutlineItem {
  readonly title: string
  readonly target: Target
}

export interface OutlineChapter extends OutlineItem {
  readonly items: readonly OutlineItem[]
}

/** An outline of more lines than this opens with its chapters only. */
const MOST_OPEN = 40

/** Writes the outline, one chapter a step; returns its root, `12 0 R`. */
export function* writeOutline(document: PdfKitDocument, chapters: readonly OutlineChapter[]): Generator<void, string> {
  const root = textObject(document)
  const lines = chapters.reduce((sum, { items }) => sum + 1 + items.length, 0)
  const open = lines <= MOST_OPEN
  const objects = chapters.map(() => textObject(document))
  for (const [index, chapter] of chapters.entries()) {
    const own = objects[index] as TextObject
    own.end(entry(chapter, siblings(objects, index, root), writeItems(document, own, chapter.items, open)))
    yield
  }
  root.end(`<<\n/Type /Outlines\n${family(objects)}/Count ${open ? lines : chapters.length}\n>>`)
  return root.name
}

/** A negative count is that of a closed chapter. */
function writeItems(
  document: PdfKitDocument,
  chapter: TextObject,
  items: readonly OutlineItem[],
  open: boolean,
): string {
  const objects = items.map(() => textObject(document))
  items.forEach((item, index) => objects[index]?.end(entry(item, siblings(objects, index, chapter), '')))
  return items.length === 0 ? '' : `${family(objects)}/Count ${open ? items.length : -items.length}\n`
}

const entry = ({ title, target }: OutlineItem, relatives: string, children: string): string =>
  `<<\n/Title <FEFF${utf16Hex(title)}>\n/Dest ${destination(target)}\n${relatives}${children}>>`

const siblings = (objects: readonly TextObject[], index: number, parent: TextObject): string =>
  [
    `/Parent ${parent.name}\n`,
    ...(index === 0 ? [] : [`/Prev ${objects[index - 1]?.name}\n`]),
    ...(index === objects.length - 1 ? [] : [`/Next ${objects[index + 1]?.name}\n`]),
  ].join('')

const family = (objects: readonly TextObject[]): string => `/First ${objects[0]?.name}\n/Last ${objects.at(-1)?.name}\n`
