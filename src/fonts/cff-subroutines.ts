/**
 * Which subroutines the wanted charstrings call (Adobe Technical Note 5177, Type 2 charstrings). A Chinese CFF font
 * has a megabyte of them and a form needs a few hundred; the others are emptied, their numbers stay.
 */
import type { CffFont, CffIndex } from './cff.js'

export interface CalledSubroutines {
  readonly global: ReadonlySet<number>
  /** By font DICT. */
  readonly local: ReadonlyMap<number, ReadonlySet<number>>
}

const OPERATOR = {
  hstem: 1,
  vstem: 3,
  callsubr: 10,
  return: 11,
  escape: 12,
  endchar: 14,
  hstemhm: 18,
  hintmask: 19,
  cntrmask: 20,
  vstemhm: 23,
  callgsubr: 29,
} as const
const STEMS: ReadonlySet<number> = new Set([OPERATOR.hstem, OPERATOR.vstem, OPERATOR.hstemhm, OPERATOR.vstemhm])
/** hflex, flex, hflex1, flex1: the only escaped operators that leave nothing on the stack. */
const FLEX: ReadonlySet<number> = new Set([34, 35, 36, 37])
const DEEPEST = 10

/** Undefined where a charstring computes: then nobody knows without running it, and all subroutines are kept. */
export function calledSubroutines(cff: CffFont, glyphs: readonly number[]): CalledSubroutines | undefined {
  const global = new Set<number>()
  const local = new Map<number, Set<number>>()
  for (const glyph of glyphs) {
    const fontDict = cff.fontDictOf(glyph)
    const own = local.get(fontDict) ?? new Set<number>()
    local.set(fontDict, own)
    const walk: Walk = {
      global: { index: cff.globalSubroutines, called: global },
      local: { index: cff.fontDicts[fontDict]?.private.subroutines, called: own },
      stack: [],
      stems: 0,
    }
    if (follow(cff.charStrings.item(glyph), walk, 0) === 'unknown') return undefined
  }
  return { global, local }
}

interface Callable {
  readonly index: CffIndex | undefined
  readonly called: Set<number>
}

/** The state of one glyph: operands waiting, and stem hints so far, for the length of a hint mask depends on them. */
interface Walk {
  readonly global: Callable
  readonly local: Callable
  readonly stack: number[]
  stems: number
}

type Outcome = 'returned' | 'ended' | 'unknown'

/** Steps through a charstring and into what it calls. */
function follow(code: Uint8Array, walk: Walk, depth: number): Outcome {
  if (depth > DEEPEST) return 'unknown'
  let at = 0
  while (at < code.length) {
    const byte = code[at] ?? 0
    if (byte >= 32 || byte === 28) {
      walk.stack.push(operand(code, at))
      at += operandLength(byte)
      continue
    }
    at++
    if (byte === OPERATOR.return) return 'returned'
    if (byte === OPERATOR.endchar) return 'ended'
    if (byte === OPERATOR.callsubr || byte === OPERATOR.callgsubr) {
      const outcome = call(byte === OPERATOR.callsubr ? walk.local : walk.global, walk, depth)
      if (outcome !== 'returned') return outcome
      continue
    }
    if (byte === OPERATOR.escape && !FLEX.has(code[at++] ?? 0)) return 'unknown'
    at += hintBytes(byte, walk)
    walk.stack.length = 0
  }
  return 'returned'
}

function call({ index, called }: Callable, walk: Walk, depth: number): Outcome {
  const operandOnTop = walk.stack.pop()
  if (index === undefined || operandOnTop === undefined) return 'unknown'
  const number = operandOnTop + bias(index.count)
  if (number < 0 || number >= index.count) return 'unknown'
  called.add(number)
  return follow(index.item(number), walk, depth + 1)
}

/** Numbers in charstrings are biased so that the most used fit one byte (5177, section 4.7). */
const bias = (count: number): number => (count < 1240 ? 107 : count < 33900 ? 1131 : 32768)

/** Counts the stems of a hint operator; a mask is followed by a bit for each stem. */
function hintBytes(operator: number, walk: Walk): number {
  const mask = operator === OPERATOR.hintmask || operator === OPERATOR.cntrmask
  if (!mask && !STEMS.has(operator)) return 0
  walk.stems += walk.stack.length >> 1
  return mask ? (walk.stems + 7) >> 3 : 0
}

function operand(code: Uint8Array, at: number): number {
  const byte = code[at] ?? 0
  const next = code[at + 1] ?? 0
  if (byte === 28 || byte === 255) return ((next << 24) >> 16) | (code[at + 2] ?? 0)
  if (byte <= 246) return byte - 139
  return byte <= 250 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108
}

const operandLength = (byte: number): number => (byte === 28 ? 3 : byte === 255 ? 5 : byte >= 247 ? 2 : 1)
