/** The template language is written as types for people and compilers and as a schema for JSON: both must say the same. */
import { describe, expect, expectTypeOf, it } from 'vitest'
import type * as z from 'zod'
import type { Template } from '../../src/template/template.js'
import { createTemplateSchema } from '../../src/template/template-schema.js'
import { forms } from '../../templates/index.js'

/** Without `readonly`, which a schema has not, and with optional keys that are there or not, never undefined. */
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> } : T

type Parsed = z.output<ReturnType<typeof createTemplateSchema>>

describe('the schema of the template language', () => {
  it('takes what the types describe, no more and no less', () => {
    expectTypeOf<Plain<Parsed>>().toEqualTypeOf<Plain<Template>>()
  })

  it('gives every shipped template back as it is', () => {
    const schema = createTemplateSchema()
    const templates = forms.flatMap(({ templates, book }) => [
      ...Object.values(templates),
      ...(book === undefined ? [] : [book.cover, book.contents]),
    ])
    expect(templates.length).toBeGreaterThan(3)
    for (const template of templates) expect(schema.parse(template)).toEqual(template)
  })
})
