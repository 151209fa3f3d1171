/** What the operating system says of a file, as a FormError with Chinese words. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

/** The usual errors by their system code; a rare one keeps its code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件或目录不存在',
  ENOTDIR: '路径中有一段不是目录',
  EISDIR: '这是目录，不是文件',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '文件系统是只读的',
  ENOSPC: '磁盘已满',
  EDQUOT: '超出磁盘配额',
  EFBIG: '文件过大',
  EMFILE: '打开的文件过多',
  ENAMETOOLONG: '文件名过长',
  ELOOP: '符号链接循环',
  EBUSY: '文件正被使用',
  EPIPE: '接收输出的程序已关闭',
  EIO: '读写出错',
}

/** `file-unreadable`, kind `file`. */
export const unreadable = (file: string, error: unknown): FormError =>
  new FormError([problem('file-unreadable', '', { file, ...reasonOf(error) })], 'file')

/** `file-unwritable`, kind `file`. */
export const unwritable = (file: string, error: unknown): FormError =>
  new FormError([problem('file-unwritable', '', { file, ...reasonOf(error) })], 'file')

/** The system code of an error, such as `ENOENT`; empty where it has none. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function reasonOf(error: unknown): { reason: string; systemCode: string } {
  const code = systemCode(error)
  return { reason: REASONS[code] ?? (code === '' ? '原因不明' : code), systemCode: code }
}
