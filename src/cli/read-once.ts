/** Imported before any model is made, for that is when zod asks: one form is read faster than code for reading many is made. */
import * as z from 'zod'

z.config({ jitless: true })
