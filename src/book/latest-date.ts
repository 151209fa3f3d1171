/** The latest of several dates, each as it is written. */
import { CHINESE_OFFSET, isoText, readIsoDateTime } from '../dates/iso-date-time.js'

/** ISO 8601 dates with or without time and offset; of two that are the same moment, the first. */
export const latestDate = (a: string | undefined, b: string | undefined): string | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  return moment(b) > moment(a) ? b : a
}

/** Milliseconds since 1970, on every machine the same: a time without an offset is taken as Chinese time. */
const moment = (iso: string): number => {
  const parts = readIsoDateTime(iso)
  return parts === undefined ? Number.NaN : Date.parse(isoText({ ...parts, offset: parts.offset || CHINESE_OFFSET }))
}
