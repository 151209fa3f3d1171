/** The optional packages stay optional: one file loads them, and only when a signature is made or checked. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { readSignatures } from '../../src/sign/index.js'
import { plainCopy } from './archive-copy.js'
import { codeOf } from './keys.js'

const sources = readdirSync(new URL('../../src/', import.meta.url), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts'),
)
const mentions = (pattern: RegExp): readonly string[] =>
  sources.filter((file) => pattern.test(readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')))

it('nothing imports them when it is loaded', () => {
  expect(mentions(/^(import|export)[^;]*? from '(pkijs|asn1js)'/m)).toEqual([])
  expect(mentions(/import\('(pkijs|asn1js)'\)/).map((file) => file.replaceAll('\\', '/'))).toEqual(['sign/pki.ts'])
})

it('without them reading works, and the rest says what is missing', async () => {
  vi.resetModules()
  vi.doMock('pkijs', () => {
    throw new Error('not installed')
  })
  const { loadPki } = await import('../../src/sign/pki.js')
  const error = await loadPki().then(
    () => undefined,
    (reason: { diagnostics: readonly { code: string }[] }) => reason,
  )
  expect(error?.diagnostics[0]?.code).toBe('sign-library-missing')
  expect(readSignatures(await plainCopy())).toEqual([])
  vi.doUnmock('pkijs')
  expect(await codeOf(() => readSignatures(new Uint8Array()))).toBe('pdf-broken')
})
