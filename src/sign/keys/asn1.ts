/** What is read out of parsed ASN.1, each with the check that it is there: files of keys come from anywhere. */
import type { Pki } from '../pki.js'

export type Asn1 = InstanceType<Pki['asn1js']['BaseBlock']>

/** Something else was expected in this place. Never leaves `keys/`. */
export class Asn1Fault extends Error {}

export function asn1Reader({ asn1js }: Pki) {
  const itemsOf = (node: unknown): readonly Asn1[] => {
    if (node instanceof asn1js.Sequence || node instanceof asn1js.Set) return node.valueBlock.value
    throw new Asn1Fault('sequence')
  }
  const oidOf = (node: unknown): string => {
    if (node instanceof asn1js.ObjectIdentifier) return node.getValue()
    throw new Asn1Fault('object identifier')
  }
  const octetsOf = (node: unknown): Uint8Array => {
    if (node instanceof asn1js.OctetString) return new Uint8Array(node.getValue())
    throw new Asn1Fault('octet string')
  }
  const integerOf = (node: unknown): number => {
    if (node instanceof asn1js.Integer && !node.valueBlock.isHexOnly) return node.valueBlock.valueDec
    throw new Asn1Fault('integer')
  }
  const isInteger = (node: unknown): boolean => node instanceof asn1js.Integer
  return { itemsOf, oidOf, octetsOf, integerOf, isInteger }
}

export type Asn1Reader = ReturnType<typeof asn1Reader>
