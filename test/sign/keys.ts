/** Keys and certificates for tests, made on the fly by openssl and kept in memory. */
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, type RSAPSSKeyPairKeyObjectOptions } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FormError } from '../../src/diagnostics/form-error.js'
import { pemSigner, type Signer } from '../../src/sign/index.js'

export interface TestKey {
  readonly key: string
  readonly certificate: string
}

const KINDS = {
  rsa: ['-newkey', 'rsa:2048'],
  weak: ['-newkey', 'rsa:1024'],
  p256: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  p521: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  k1: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1'],
  ed25519: ['-newkey', 'ed25519'],
  sm2: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:SM2'],
} as const

/** Runs openssl in a folder of its own, which is gone afterwards; standard input goes to it. */
export function openssl(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): (name: string) => Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'sign-keys-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
    const made = new Map<string, Buffer>()
    for (const name of args.filter((arg) => /^out\./.test(arg))) made.set(name, readFileSync(join(folder, name)))
    return (name) => made.get(name) as Buffer
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function makeKey(kind: keyof typeof KINDS, name: string): TestKey {
  const made = openssl([
    ...['req', '-x509', ...KINDS[kind], '-nodes', '-utf8', '-days', '30', '-keyout', 'out.key', '-out', 'out.crt'],
    ...['-subj', `/C=CN/O=某市财政局/CN=${name}`, '-addext', 'keyUsage=critical,digitalSignature,nonRepudiation'],
  ])
  return { key: made('out.key').toString(), certificate: made('out.crt').toString() }
}

/** What an RSA key for PSS alone may be limited to. */
export interface PssLimits {
  readonly hashAlgorithm?: string
  readonly mgf1HashAlgorithm?: string
  readonly saltLength?: number
}

/** A key that is for PSS alone; its certificate signs itself with the digest the key is for. */
export function makePssKey(limits: PssLimits, name: string): TestKey {
  // The types want the length of the salt as a string, Node wants a number.
  const options = { modulusLength: 2048, ...limits } as unknown as RSAPSSKeyPairKeyObjectOptions
  const { privateKey } = generateKeyPairSync('rsa-pss', options)
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const digest = `-${limits.hashAlgorithm ?? 'sha256'}`
  const made = openssl(
    [
      'req',
      '-x509',
      '-new',
      digest,
      '-utf8',
      '-days',
      '30',
      '-key',
      'in.key',
      '-subj',
      `/CN=${name}`,
      '-out',
      'out.crt',
    ],
    { 'in.key': key },
  )
  return { key, certificate: made('out.crt').toString() }
}

/** Now, for certificates that hold from now on; a minute on, for clocks of certificates tick in seconds. */
export const now = (): string => new Date(Date.now() + 60_000).toISOString().replace(/\.\d+Z$/, 'Z')

export const signerOf = ({ key, certificate }: TestKey, padding?: 'pss'): Signer =>
  pemSigner({ key, certificates: certificate, ...(padding && { padding }) })

/** Code, and variant where there is one, of the FormError that a call ends in. */
export async function codeOf(call: Promise<unknown> | (() => unknown)): Promise<string> {
  const [first] = (await errorOf(call)).diagnostics
  const variant = first?.facts['variant']
  return variant === undefined ? String(first?.code) : `${first?.code}/${String(variant)}`
}

export async function errorOf(call: Promise<unknown> | (() => unknown)): Promise<FormError> {
  try {
    await (typeof call === 'function' ? call() : call)
  } catch (error) {
    if (error instanceof FormError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
