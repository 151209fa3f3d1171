/**
 * The UTF-16 unit at a place of a text: `charCodeAt` as a function of its text. As a method of it, V8 looks it up anew for
 * each character once a loop has met more than four of its kinds of string (of one and of two bytes a unit, cut from another
 * or joined of two, interned or not), which takes 20 ns a character, and this 4.
 */
export const unitAt: (text: string, at: number) => number = Function.prototype.call.bind(String.prototype.charCodeAt)
