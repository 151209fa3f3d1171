/** A difference of pictures in words, with the places in millimetres and, where the layout is known, the cells. */
import type { Language } from '../../diagnostics/describe-diagnostic.js'
import { cellName } from '../layout/cell-name.js'
import type { DescribedPage } from '../layout/described-layout.js'
import type { PictureDifference, PixelBox } from './compare-pictures.js'

export interface PixelPlace {
  readonly page: number
  readonly dpi: number
  /** The page's layout, to call places by their cells. */
  readonly layout?: DescribedPage | undefined
}

/** As many places are listed. */
const MOST_PLACES = 8

/** Sentences without full stops; none for equal pictures. */
export const describePixels = (
  difference: PictureDifference,
  place: PixelPlace,
  language: Language = 'en',
): readonly string[] => {
  const { pixels, largest, boxes, sizes } = difference
  if (pixels === 0) return []
  const head = language === 'en' ? `page ${place.page}` : `第${place.page}页`
  if (sizes)
    return [
      language === 'en'
        ? `${head}: the picture is ${sizes.after} pixels instead of ${sizes.before}`
        : `${head}：图像由${sizes.before}变为${sizes.after}像素`,
    ]
  const sum =
    language === 'en'
      ? `${head}: ${pixels} pixels differ, by at most ${largest} of 255, in ${boxes.length} place${boxes.length === 1 ? '' : 's'}`
      : `${head}：有${pixels}个像素不同，最多相差${largest}/255，共${boxes.length}处`
  return [
    sum,
    ...boxes
      .slice(0, MOST_PLACES)
      .map((box) => `${head}${language === 'en' ? ': ' : '：'}${describeBox(box, place, language)}`),
  ]
}

const describeBox = (box: PixelBox, place: PixelPlace, language: Language): string => {
  const mm = (pixels: number): string => ((pixels * 25.4) / place.dpi).toFixed(1)
  const cells = cellsIn(box, place)
  const where =
    language === 'en'
      ? `${mm(box.x)}–${mm(box.x + box.width)} mm from the left, ${mm(box.y)}–${mm(box.y + box.height)} mm from the top`
      : `距左${mm(box.x)}至${mm(box.x + box.width)}毫米、距上${mm(box.y)}至${mm(box.y + box.height)}毫米`
  if (cells.length === 0) return where
  return language === 'en' ? `${where}: ${cells.join(', ')}` : `${where}：${cells.join('、')}`
}

/** The first three cells that the box touches. */
const cellsIn = (box: PixelBox, { dpi, layout }: PixelPlace): readonly string[] => {
  const scale = 2540 / dpi
  const [left, top, right, bottom] = [
    box.x * scale,
    box.y * scale,
    (box.x + box.width) * scale,
    (box.y + box.height) * scale,
  ]
  const touched = (layout?.cells ?? []).filter(
    ({ x, y, width, height }) => x < right && x + width > left && y < bottom && y + height > top,
  )
  const names = [...new Set(touched.map(cellName))]
  return names.length > 3 ? [...names.slice(0, 3), '…'] : names
}
