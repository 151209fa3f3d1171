import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as checks from '../src/checks/index.js'
import type { FormOptions } from '../src/index.js'
import * as library from '../src/index.js'
import * as model from '../src/model/index.js'
import * as templates from '../templates/index.js'

describe('the public surface', () => {
  it('is what is meant to be public', () => {
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
  })

  it('has the field kit and the rules that forms are made of', () => {
    expect(Object.keys(model).sort()).toEqual(
      [
        'choice',
        'date',
        'fiscalYear',
        'fromFen',
        'integer',
        'isoDate',
        'money',
        'organisation',
        'parseIndicatorValue',
        'periodYears',
        'readDate',
        'signature',
        'text',
        'toFen',
      ].sort(),
    )
    expect(Object.keys(checks).sort()).toEqual(
      [
        'amountsIn',
        'checkAmountFactor',
        'checkAnnualEqual',
        'checkAnnualWithin',
        'checkBrackets',
        'checkCharacters',
        'checkCode',
        'checkComplete',
        'checkCostComparator',
        'checkDeadline',
        'checkDocumentNumbers',
        'checkFilingDate',
        'checkNarratives',
        'checkPaired',
        'checkPercent',
        'checkPercentMixed',
        'checkPeriodNature',
        'checkPersons',
        'checkPlaceholders',
        'checkPrivatePhone',
        'checkRequired',
        'checkRequiredGroups',
        'checkSatisfaction',
        'checkSmallAmount',
        'checkTotal',
        'checkYearlyNeed',
        'checkYears',
        'inFormOrder',
        'indicatorsOf',
        'isSmallAmount',
        'textFieldsOf',
      ].sort(),
    )
  })

  it('has in the kit what the guide to forms imports from the folder of fields', () => {
    const guide = readFileSync(new URL('../templates/README.md', import.meta.url), 'utf8')
    const named = [...guide.matchAll(/import \{ (.+) \} from '..\/..\/src\/model\//g)].flatMap(([, names]) =>
      (names ?? '').split(', '),
    )
    expect(named).toContain('choice')
    expect(named.filter((name) => !Object.hasOwn(model, name))).toEqual([])
  })

  it('exports every form by a name of its own, and nothing else beside the list of them', () => {
    const { forms, ...named } = templates
    expect(new Set(Object.values(named))).toEqual(new Set(forms))
    expect(forms).toContain(templates.performanceTarget)
  })
})

const options: Readonly<Record<keyof FormOptions, true>> = {
  template: true,
  title: true,
  fonts: true,
  creationDate: true,
  today: true,
  strict: true,
  copy: true,
  drop: true,
  images: true,
  attachData: true,
}

describe.each(['README.md', 'README.zh-CN.md'])('the tables of %s', (readme) => {
  const rows = readFileSync(new URL(`../${readme}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.slice(0, line.indexOf(' | ')))

  it.each(Object.keys(library))('list %s', (name) => {
    expect(rows.filter((row) => new RegExp(`\`${name}\\b`).test(row))).toHaveLength(1)
  })

  it.each(Object.keys(options))('list the option %s', (name) => {
    expect(rows.map((row) => row.trimEnd())).toContain(`| \`${name}\``)
  })
})
