/** Prints a form and has two people sign it, with keys made on the fly: `node examples/sign.mjs [OUT.pdf]`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readJson, renderForm } from 'jixiao-forms'
import { pemSigner, signPdf, verifySignatures } from 'jixiao-forms/sign'
import { performanceTarget } from 'jixiao-forms/templates'

/** A self-signed certificate for trying things out. Real ones come from a CA, real keys stay in a card or an HSM. */
const testSigner = async (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-key-'))
  const [key, crt] = ['key.pem', 'crt.pem'].map((file) => join(folder, file))
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-utf8',
      '-subj',
      `/C=CN/CN=${name}`,
      '-keyout',
      key,
      '-out',
      crt,
    ],
    { stdio: 'ignore' },
  )
  const signer = pemSigner({ key: await readFile(key), certificates: await readFile(crt) })
  await rm(folder, { recursive: true })
  return signer
}

const sample = new URL('../templates/performance-target/samples/01-heating-allowance.json', import.meta.url)
const { pdf, pages } = await renderForm(performanceTarget, readJson(await readFile(sample)))
const time = () => new Date(Date.now() + 1000).toISOString()

const place = { page: pages.length, x: 20, y: 250, width: 70, height: 18 }
const responsible = { field: '负责人', place: { ...place, x: 110 } }
const one = await signPdf(pdf, {
  signer: await testSigner('李明'),
  time: time(),
  reason: '填报',
  place,
  certify: true,
  reserve: [responsible],
})
const two = await signPdf(one, { signer: await testSigner('张三'), time: time(), reason: '同意上报', field: '负责人' })

await writeFile(process.argv[2] ?? 'signed.pdf', two)
for (const { field, verdict, certificateHolder } of await verifySignatures(two))
  console.log(`${field}: ${certificateHolder}, ${verdict}`)
