/** The errors about a caller's font, as FormErrors that name the role or the file. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FontFaultReason } from './font-fault.js'

interface NamedFont {
  readonly path?: string
  readonly face?: string
}

/** The reason in words; the diagnostic carries the bare reason as its `variant` beside. */
const REASONS: Readonly<Record<FontFaultReason, string>> = {
  'not-a-font': '不是TTF、OTF或TTC字体文件',
  'web-font': '是WOFF或WOFF2网页字体，须先转换成TTF或OTF',
  damaged: '文件已损坏或不完整',
  variable: '是可变字体，没有固定的字形',
  'embedding-restricted': '字体的许可禁止嵌入文件',
  'bitmap-only': '字体的许可只准嵌入点阵字形',
  'no-subsetting': '字体的许可禁止只嵌入用到的字形',
  'no-unicode-map': '没有Unicode字符映射表',
  'no-outlines': '没有可打印的字形轮廓',
}

/** `font-unreadable` for a file that is broken or no font, `font-refused` for a font that may not or cannot serve. */
export function refuseFont(role: string, font: NamedFont, fault: FontFaultReason, detail: string): FormError {
  const broken = fault === 'damaged' || fault === 'not-a-font'
  const facts = { file: fileOf(role, font), role, reason: REASONS[fault], variant: fault, detail }
  return fontError(problem(broken ? 'font-unreadable' : 'font-refused', '', facts))
}

export function faceMissing(role: string, font: NamedFont, faces: readonly string[]): FormError {
  const unnamed = font.face === undefined ? { variant: 'unnamed' } : {}
  const facts = { file: fileOf(role, font), role, face: font.face ?? '', faces, ...unnamed }
  return fontError(problem('font-face-missing', '', facts))
}

export const fontMissing = (role: string, font: NamedFont): FormError =>
  fontError(problem('font-missing', '', { role, file: fileOf(role, font) }))

const fontError = (diagnostic: Diagnostic): FormError => new FormError([diagnostic], 'file')

/** A font given as bytes has no name but its role. */
const fileOf = (role: string, font: NamedFont): string => font.path ?? role
