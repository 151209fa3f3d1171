/** The line below the frame: 负责人, 经办人, 联系电话, 填报日期. */
import * as z from 'zod'
import { date } from './calendar-date.js'
import { text } from './text.js'

/** Who is responsible, who filled the form in, their telephone, and when: texts that may be blank, and a date. */
export const signature = () => z.strictObject({ responsible: text(), handler: text(), phone: text(), filledAt: date() })
