/** The latest of several dates, each as it is written. */

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/

/** ISO 8601 dates with or without time and offset; of two that are the same moment, the first. */
export const latestDate = (a: string | undefined, b: string | undefined): string | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  return moment(b) > moment(a) ? b : a
}

/** Milliseconds since 1970; a time without an offset is taken as UTC, for there is no other to take it by. */
const moment = (iso: string): number => {
  const [, year, month, day, hour = 0, minute = 0, second = 0, sign, hours = 0, minutes = 0] = ISO.exec(iso) ?? []
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return local - offset * 60_000
}
