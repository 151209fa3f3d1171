/** The content rules that forms are checked by, for checks of one's own: the export `jixiao-forms/checks`. No rule changes data. */
export { amountsIn, type NamedAmount } from './amounts-in-text.js'
export { checkBrackets } from './brackets.js'
export { checkCharacters } from './characters.js'
export { checkCode } from './code-style.js'
export { checkDocumentNumbers } from './document-numbers.js'
export { type TextField, textFieldsOf } from './fields.js'
export { checkFilingDate } from './filing-date.js'
export { inFormOrder } from './in-form-order.js'
export {
  type Indicator,
  type IndicatorGroup,
  indicatorsOf,
  type PlacedIndicator,
  type Side,
} from './indicator-group.js'
export {
  checkCostComparator,
  checkDeadline,
  checkPercent,
  checkPercentMixed,
  checkSatisfaction,
  type Term,
} from './indicator-values.js'
export { checkComplete, checkPaired } from './indicators.js'
export { checkAnnualEqual, checkAnnualWithin } from './money-sides.js'
export { checkTotal } from './money-total.js'
export { checkAmountFactor, checkSmallAmount, isSmallAmount, type NarratedAmount } from './money-unit.js'
export { checkNarratives, type Narrative } from './narratives.js'
export { checkPeriodNature } from './period-nature.js'
export { checkPersons } from './person-counts.js'
export { checkPlaceholders } from './placeholders.js'
export { checkPrivatePhone } from './private-phone.js'
export { checkRequired, checkRequiredGroups } from './required.js'
export { checkYearlyNeed, checkYears } from './text-figures.js'
