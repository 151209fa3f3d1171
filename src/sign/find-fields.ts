/** The signature fields of a document (ISO 32000-1, 12.7.4.5). */
import { catalogOf, dictionaryOf, itemsOf, type PdfFile } from './pdf/open-pdf.js'
import { broken } from './pdf/pdf-fault.js'
import { type Box, readBox } from './pdf/read-box.js'
import { textOf } from './pdf/text-string.js'
import { isNull, nameOf, type PdfDictionary, type PdfReference, type PdfValue } from './pdf/value.js'

export interface SignatureField {
  /** Full name: those of the fields it stands in, joined by points (12.7.3.2). */
  readonly name: string
  readonly reference: PdfReference
  readonly field: PdfDictionary
  /** The signature dictionary, where the field is signed. */
  readonly signature?: PdfDictionary
  /** Its object, where it is one of its own. */
  readonly signatureReference?: PdfReference
  /** Field and widget are one object, as ours are. */
  readonly merged: boolean
  /** Of the merged widget; all 0 for an invisible one. Undefined where there is no box, or none that can be read. */
  readonly box: Box | undefined
}

export interface FormFields {
  readonly signatures: readonly SignatureField[]
  /** Names of all fields, of whatever type. */
  readonly names: ReadonlySet<string>
}

const MOST_FIELDS = 10_000
const DEEPEST = 16

interface Node {
  readonly at: PdfValue
  readonly parentName: string
  readonly parentType: string | undefined
  readonly depth: number
}

/** In the order of the form. Throws a FormError `pdf-broken` for a tree that is a loop. */
export function findFields(file: PdfFile): FormFields {
  const form = dictionaryOf(file, catalogOf(file).entries.get('AcroForm'))
  const roots = itemsOf(file, form?.entries.get('Fields'))
  const open: Node[] = roots.map((at) => ({ at, parentName: '', parentType: undefined, depth: 0 })).reverse()
  const signatures: SignatureField[] = []
  const names = new Set<string>()
  for (let count = 0, node = open.pop(); node !== undefined; node = open.pop()) {
    if (++count > MOST_FIELDS || open.length > MOST_FIELDS || node.depth > DEEPEST) throw broken('表单域有误', 0)
    const field = dictionaryOf(file, node.at)
    if (field === undefined || node.at.kind !== 'reference') continue
    const { name, type } = describe(node, field)
    names.add(name)
    if (type === 'Sig') signatures.push(signatureField(file, name, node.at, field))
    const kids = [...itemsOf(file, field.entries.get('Kids'))].reverse()
    for (const at of kids)
      if (isField(file, at)) open.push({ at, parentName: name, parentType: type, depth: node.depth + 1 })
  }
  return { signatures, names }
}

/** A kid with a name of its own is a field, one without is a widget (12.7.3.1). */
const isField = (file: PdfFile, at: PdfValue): boolean => dictionaryOf(file, at)?.entries.has('T') ?? false

function describe(
  { parentName, parentType }: Node,
  { entries }: PdfDictionary,
): { name: string; type: string | undefined } {
  const own = textOf(entries.get('T')) ?? ''
  return { name: parentName === '' ? own : `${parentName}.${own}`, type: nameOf(entries.get('FT')) ?? parentType }
}

function signatureField(file: PdfFile, name: string, reference: PdfReference, field: PdfDictionary): SignatureField {
  const value = field.entries.get('V')
  const signature = isNull(value) ? undefined : dictionaryOf(file, value)
  return {
    name,
    reference,
    field,
    ...(signature && { signature }),
    ...(value?.kind === 'reference' && { signatureReference: value }),
    merged: nameOf(field.entries.get('Subtype')) === 'Widget',
    box: readBox(file, field.entries.get('Rect')),
  }
}
