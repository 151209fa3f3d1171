/** The field kit, for forms of one's own: the export `jixiao-forms/model`. Each is a zod schema, made anew by its call or shared. */
export { type CalendarDate, date, isoDate, readDate } from './calendar-date.js'
export { choice } from './choice.js'
export {
  type Comparator,
  type IndicatorDeadline,
  type IndicatorQuantity,
  type IndicatorValue,
  type IndicatorWords,
  parseIndicatorValue,
} from './indicator-value.js'
export { fiscalYear, integer, periodYears } from './integer.js'
export { fromFen, money, toFen } from './money.js'
export { organisation } from './organisation.js'
export { signature } from './signature.js'
export { text } from './text.js'
