/** What is white in a line and prints nothing, for a class of a regular expression: Unicode's space separators (Zs). */
export const SPACES = ' \\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000'
