import { describe, expect, it } from 'vitest'
import * as checks from '../src/checks/index.js'
import * as library from '../src/index.js'
import * as model from '../src/model/index.js'
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
  })

  it('has the field kit and the rules that forms are made of', () => {
    expect(Object.keys(model).sort()).toEqual(
      [
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

  it('exports every form by a name of its own, and nothing else beside the list of them', () => {
    const { forms, ...named } = templates
    expect(new Set(Object.values(named))).toEqual(new Set(forms))
    expect(forms).toContain(templates.performanceTarget)
  })
})
