/** The faces a document may use: the shipped ones, opened once for a process, and the caller's own. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { Face, FontFaces } from './face.js'
import type { FontFile } from './font-file.js'
import { covers, type ShippedFonts } from './manifest.js'
import { openFace } from './open-face.js'
import { once, openFont } from './open-font.js'
import { readSfnt } from './sfnt.js'
import { openUserFont, type ReadFile, type UserFont } from './user-font.js'

export interface FontBookOptions {
  readonly shipped: ShippedFonts
  /** Fonts of the caller, by role. */
  readonly user?: Readonly<Record<string, UserFont>>
  /** Reads a user font that is given by path; throws a FormError where it cannot: `font-missing`, `file-unreadable`. */
  readonly readFile?: ReadFile
}

/** The face that stands in for a role without one, `fangsong` among them, and comes next in every chain. */
const BODY = 'song'
const RARE = 'rare'

/**
 * Opens the book. The shipped files are opened when a text first needs them, the rare one only for a character of
 * its coverage; what is wrong with them is thrown then. User fonts are opened at once.
 * @throws FormError of kind `file` for a user font: see `openUserFont`
 */
export function openFontBook({ shipped, user = {}, readFile }: FontBookOptions): FontFaces {
  const own = shippedFaces(shipped)
  if (Object.keys(user).length === 0) return shippedBook(shipped, own)
  const others = new Map<string, Face>()
  for (const [role, font] of Object.entries(user)) {
    others.set(role, openUserFace(role, font, own, readFile))
  }
  return makeBook(own, others)
}

/** Books of the shipped fonts alone, by port: what is remembered by book is then remembered for the process. */
const books = new WeakMap<ShippedFonts, FontFaces>()

function shippedBook(shipped: ShippedFonts, own: ReadonlyMap<string, Face>): FontFaces {
  const book = books.get(shipped) ?? makeBook(own, new Map())
  books.set(shipped, book)
  return book
}

function makeBook(own: ReadonlyMap<string, Face>, others: ReadonlyMap<string, Face>): FontFaces {
  const faces = new Map([...own, ...[...others.values()].map((face) => [face.id, face] as const)])
  const chains = new Map<string, readonly Face[]>()
  return {
    chain: (role) => {
      const known = chains.get(role) ?? chain(role, own, others)
      chains.set(role, known)
      return known
    },
    hasVariation: (id, base, selector) => find(faces, id).font.characters.variation(base, selector) !== 0,
    face: (id) => find(faces, id),
  }
}

/** User's face of the role, shipped face of the role, Song, rare, then the user's other faces as they were given. */
function chain(role: string, own: ReadonlyMap<string, Face>, user: ReadonlyMap<string, Face>): readonly Face[] {
  const order = [user.get(role), own.get(role), own.get(BODY), own.get(RARE), ...user.values()]
  return [...new Set(order.filter((face) => face !== undefined))]
}

/** A user font keeps its role as id, unless a shipped face has that id and stays in the chain behind it. */
function openUserFace(
  role: string,
  font: UserFont,
  own: ReadonlyMap<string, Face>,
  readFile: ReadFile | undefined,
): Face {
  const opened = openUserFont(role, font, readFile)
  return openFace(own.has(role) ? `user/${role}` : role, opened.description.unitsPerEm, () => opened)
}

/** Parsed fonts by the port they came from: whoever hands over the same port shares them. */
const opened = new WeakMap<ShippedFonts, ReadonlyMap<string, Face>>()

function shippedFaces(shipped: ShippedFonts): ReadonlyMap<string, Face> {
  const known = opened.get(shipped)
  if (known !== undefined) return known
  const faces = new Map(
    Object.entries(shipped.manifest).map(([id, { file, bytes, unitsPerEm, coverage }]) => {
      const font = once(() => openFont(readSfnt(openWhole(shipped, file, bytes))))
      return [id, openFace(id, unitsPerEm, font, (codePoint) => covers(coverage, codePoint))]
    }),
  )
  opened.set(shipped, faces)
  return faces
}

/** A file that was cut short on its way is found before a glyph of it is missed. */
function openWhole(shipped: ShippedFonts, file: string, bytes: number): FontFile {
  const opened = shipped.open(file)
  if (opened.length === bytes) return opened
  throw new FormError([problem('font-unreadable', '', { file, reason: 'damaged' })], 'file')
}

function find(faces: ReadonlyMap<string, Face>, id: string): Face {
  const face = faces.get(id)
  if (face === undefined) throw new Error(`no face ${id} in the font book`)
  return face
}
