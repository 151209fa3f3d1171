/** Which days the calendar has: 30 February is none. */
import { isExists } from 'date-fns/isExists'

/**
 * Asked of 2000 or 2001, by leap year, because `isExists` reckons in the host's time zone
 * and a zone may lack a whole day: Apia had no 30 December 2011.
 */
export const dayExists = (year: number, month: number, day: number): boolean => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return isExists(leap ? 2000 : 2001, month - 1, day)
}
