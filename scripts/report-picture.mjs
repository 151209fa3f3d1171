/** Draws examples/snapshot-testing/report.png, the README's picture of a report: before, after and overlay of one changed field. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readJson, renderForm } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'
import {
  compareLayouts,
  describeChanges,
  describeLayout,
  encodePng,
  overlayPictures,
  renderPages,
} from 'jixiao-forms/testing'

const root = new URL('..', import.meta.url)
const DPI = 76
const GAP = 12
/** The part of the page that is shown, in pixels of the page: from, to. */
const BAND = [36, 330]

const data = readJson(readFileSync(new URL('templates/performance-target/samples/10-unequal-sides.json', root)))
const before = await renderForm(performanceTarget, data)
const after = await renderForm(performanceTarget, {
  ...data,
  projectName: `${data.projectName}（二〇二三年度，含少儿阅览区改造和流动图书车更新）`,
})
const [[old], [now]] = await Promise.all([before, after].map(({ pdf }) => renderPages(pdf, { dpi: DPI, pages: [1] })))

const picture = encodePng(sideBySide([old, now, overlayPictures(old, now)]))
writeFileSync(new URL('examples/snapshot-testing/report.png', root), picture)
const words = describeChanges(compareLayouts(describeLayout(before.pages), describeLayout(after.pages)))
process.stdout.write(
  `${fileURLToPath(new URL('examples/snapshot-testing/report.png', root))}, ${picture.length} bytes\n${words.join('\n')}\n`,
)

/** @param {{ width: number, height: number, data: Uint8Array }[]} pictures */
function sideBySide(pictures) {
  const [from, to] = BAND
  const each = pictures[0].width
  const width = pictures.length * (each + GAP) + GAP
  const height = to - from + 2 * GAP
  const joined = { width, height, data: new Uint8Array(width * height * 4).fill(225) }
  for (let i = 3; i < joined.data.length; i += 4) joined.data[i] = 255
  pictures.forEach((one, index) => {
    for (let y = from; y < to; y++) {
      const row = one.data.subarray(4 * y * each, 4 * (y + 1) * each)
      joined.data.set(row, 4 * ((y - from + GAP) * width + GAP + index * (each + GAP)))
    }
  })
  return joined
}
