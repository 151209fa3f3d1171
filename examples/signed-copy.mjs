/** node signed-copy.mjs form.json signed.pdf: from data to an archived copy that two people signed, read back and verified. */
import { KeyObject } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import * as asn1js from 'asn1js'
import { readForm, readJson, renderForm, toMillimetres, verifyCopy } from 'jixiao-forms'
import { pemSigner, signPdf } from 'jixiao-forms/sign'
import { performanceTarget } from 'jixiao-forms/templates'
import { AttributeTypeAndValue, Certificate } from 'pkijs'

const [input = 'form.json', output = 'signed.pdf'] = process.argv.slice(2)
const data = readJson(await readFile(input))
const { pdf, pages, code } = await renderForm(performanceTarget, data, { copy: 'final' })

const places = toMillimetres(pages).flatMap(({ number, places = [] }) => places.map((place) => ({ ...place, page: number })))
const placeOf = (name) => (({ page, x, y, width, height }) => ({ page, x, y, width, height }))(places.find((place) => place.name === name))
const time = `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`

const reserve = [{ field: 'responsible', place: placeOf('responsible') }]
const once = await signPdf(pdf, { signer: await testSigner('经办人'), time, field: 'handler', place: placeOf('handler'), certify: true, reserve })
const twice = await signPdf(once, { signer: await testSigner('负责人'), time, field: 'responsible' })
await writeFile(output, twice)

const verdict = await verifyCopy(twice, { expectedCode: code })
console.log(output, code, verdict.verdict, verdict.signatures, (await readForm(twice)).projectName)

/** A key and a certificate that vouches for itself, for tests only. */
async function testSigner(name) {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const certificate = new Certificate({ serialNumber: new asn1js.Integer({ value: 1 }) })
  const holder = new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) })
  for (const side of [certificate.issuer, certificate.subject]) side.typesAndValues.push(holder)
  certificate.notBefore.value = new Date(Date.now() - 86_400_000)
  certificate.notAfter.value = new Date(Date.now() + 86_400_000)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' })
  return pemSigner({ key, certificates: new Uint8Array(certificate.toSchema(true).toBER()) })
}
