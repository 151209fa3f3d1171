/** The pictures of one page, compared: a section of a report. */
import type { Language } from '../../diagnostics/describe-diagnostic.js'
import type { DescribedPage } from '../layout/described-layout.js'
import { comparePictures, overlayPictures } from '../pixels/compare-pictures.js'
import { describePixels } from '../pixels/describe-pixels.js'
import { encodePng } from '../pixels/encode-png.js'
import type { Picture } from '../pixels/picture.js'
import type { ReportSection } from './html-report.js'

export interface PicturePair {
  readonly page: number
  readonly dpi: number
  readonly before?: Picture | undefined
  readonly after?: Picture | undefined
  readonly layout?: DescribedPage | undefined
  /** False for words alone. */
  readonly pictured?: boolean | undefined
}

/** Undefined where the pictures are the same to the last pixel. */
export const pictureSection = (
  { page, dpi, before, after, layout, pictured = true }: PicturePair,
  language: Language = 'en',
): ReportSection | undefined => {
  const title = language === 'en' ? `Page ${page}` : `第${page}页`
  if (!before || !after) {
    const words = after
      ? { en: 'this page is new', 'zh-CN': '多了这一页' }
      : { en: 'this page is gone', 'zh-CN': '少了这一页' }
    return {
      title,
      words: [`${language === 'en' ? `page ${page}: ` : `第${page}页：`}${words[language]}`],
      ...(before && pictured ? { before: encodePng(before) } : {}),
      ...(after && pictured ? { after: encodePng(after) } : {}),
    }
  }
  const difference = comparePictures(before, after)
  if (difference.pixels === 0) return undefined
  const words = describePixels(difference, { page, dpi, layout }, language)
  if (!pictured) return { title, words }
  return {
    title,
    words,
    before: encodePng(before),
    after: encodePng(after),
    overlay: encodePng(overlayPictures(before, after)),
  }
}
