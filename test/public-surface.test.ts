import { describe, expect, it } from 'vitest'
import * as library from '../src/index.js'
import * as templates from '../templates/index.js'

describe('the public surface', () => {
  it('is what the README lists', () => {
    expect(Object.keys(library).sort()).toEqual(
      [
        'FormError',
        'checkForm',
        'defineBook',
        'defineForm',
        'defineTemplate',
        'describeDiagnostic',
        'diagnostic',
        'fontFiles',
        'layoutForm',
        'readForm',
        'readJson',
        'renderBook',
        'renderForm',
        'renderMany',
        'toMillimetres',
        'toPdfmake',
        'verifyCopy',
      ].sort(),
    )
    expect(Object.keys(templates).sort()).toEqual(['forms', 'performanceTarget'])
  })
})
