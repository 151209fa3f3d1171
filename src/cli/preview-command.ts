/** `jixiao preview FORM.json`: one page as a PNG, on request with the boxes of its cells and a millimetre scale. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { readJson } from '../input/read-json.js'
import { nodePlatform } from '../platform/node-platform.js'
import { writeFileAtomic } from '../platform/write-file.js'
import { render } from '../render.js'
import { describeLayout } from '../testing/layout/described-layout.js'
import { DEFAULT_DPI, renderPages } from '../testing/pdf/render-pages.js'
import { drawGrid } from '../testing/pixels/draw-grid.js'
import { encodePng } from '../testing/pixels/encode-png.js'
import type { Flags } from './arguments.js'
import { chooseForm, labelsOf } from './choose-form.js'
import type { ExitCode, Terminal } from './commands.js'
import { readInput } from './read-input.js'
import { readOptions } from './read-options.js'
import { refuseOverwrite } from './refuse-overwrite.js'
import { writeFindings } from './report.js'

export const previewCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  const [page, dpi] = [readPage(flags), readDpi(flags)]
  const output = flags.output ?? defaultOutput(input, page)
  refuseOverwrite(input, flags, output)
  const options = readOptions(flags, terminal)
  const data = readJson(await readInput(input), labelsOf(terminal.forms))
  const { pdf, pages, diagnostics } = await render(chooseForm(terminal.forms, data), data, options, nodePlatform)
  const [picture] = await renderPages(pdf, { dpi, pages: [page] })
  const layout = describeLayout(pages).pages[page - 1]
  if (!picture || !layout) throw new FormError([problem('page-unknown', '', { page, pages: pages.length })], 'usage')
  const png = encodePng(flags.grid ? drawGrid(picture, layout, dpi) : picture)
  if (output === '-') await terminal.out(png)
  else writeFileAtomic(output, png)
  await terminal.err(writeFindings(diagnostics))
  if (output !== '-')
    await terminal.out(
      `已画出${output}（第${page}页，共${pages.length}页，${picture.width}×${picture.height}像素）。\n`,
    )
  return 0
}

/** `form.json` → `form.page-2.png` beside it; standard input → standard output. */
const defaultOutput = (input: string, page: number): string =>
  input === '-' ? '-' : `${input.replace(/\.json$/i, '')}.page-${page}.png`

const readPage = ({ page = '1' }: Flags): number => {
  if (/^[1-9]\d{0,5}$/.test(page)) return Number(page)
  throw new FormError(
    [problem('option-invalid', '', { option: '--page', found: page, reason: 'not-page-number' })],
    'usage',
  )
}

/** @throws FormError `option-invalid`, kind `usage` */
export const readDpi = ({ dpi = String(DEFAULT_DPI) }: Flags): number => {
  if (/^\d{2,4}$/.test(dpi) && Number(dpi) >= 20 && Number(dpi) <= 1200) return Number(dpi)
  throw new FormError([problem('option-invalid', '', { option: '--dpi', found: dpi, reason: 'not-dpi' })], 'usage')
}
