/** An office with its budget code, as in 主管部门及代码. */
import * as z from 'zod'
import { text } from './text.js'

/** Name and code, either of which may be blank. */
export const organisation = () => z.strictObject({ code: text(), name: text() })
