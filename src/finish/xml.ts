/** Text in XML 1.0. */
import { printable } from './printable.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML has no way to write a control character or a noncharacter, not even as an entity. */
export const escapeXml = (text: string): string => printable(text).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark)
