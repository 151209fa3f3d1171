// How fast a form can be: the same words at fixed places, written by the barest plain Node program. No kinsoku, no merged
// labels that stand again, no checks, one face, the BMP only. The figure to measure an engine against that does all that.
import { readFileSync } from 'node:fs'
import { zlibSync } from 'fflate'
import { formWords } from './form-words.mjs'
import { fontObjects, openLimitFont } from './limit-font.mjs'

/**
 * @import { Form } from './sample-form.mjs'
 * @import { FormWords } from './form-words.mjs'
 * @import { UsedGlyphs } from './limit-font.mjs'
 * @typedef {{ left: number, right: number, text: string, ruled?: boolean }} Cell  edges in points; unruled cells hang on the row above
 * @typedef {{ cells: Cell[], size?: number, framed?: boolean }} Row
 */

const pointsPerMm = 72 / 25.4
const paper = { width: 595.28, height: 841.89 }
const margin = { top: 16 * pointsPerMm, bottom: 15 * pointsPerMm, left: 14 * pointsPerMm }
const inset = 0.9 * pointsPerMm
const leading = 11.5 / 9
/** Left edges of the eight columns, and the right edge of the last. */
const edges = [0, 6.5, 24.2, 41.9, 75.9, 112.9, 131.4, 152.4, 182].map((mm) => margin.left + mm * pointsPerMm)
/** The small table halves the time and costs no size, as in the engine. */
const compression = /** @type {const} */ ({ level: 6, mem: 6 })

/** @returns {(form: Form) => Uint8Array} */
export function openLimitWriter() {
  const font = openLimitFont(readFileSync(new URL('../../fonts/JixiaoSong-Regular.ttf', import.meta.url)))
  return (form) => {
    const glyphs = font.newDocument()
    const pages = setPages(formRows(formWords(form)), glyphs)
    return writePdf(pages, glyphs)
  }
}

/** @param {number} first @param {number} last  columns, from 1 @param {string} text @returns {Cell} */
const cell = (first, last, text, ruled = true) => ({
  left: edges[first - 1] ?? 0,
  right: edges[last] ?? 0,
  text,
  ruled,
})

/** @param {FormWords} words @returns {Row[]} */
const formRows = (words) => [
  { cells: [cell(1, 8, words.title)], size: 17, framed: false },
  { cells: [cell(1, 8, words.subtitle)], size: 10.5, framed: false },
  { cells: [cell(1, 3, '项目名称'), cell(4, 8, words.projectName)] },
  ...words.facts.map(([a, b, c, d]) => ({ cells: [cell(1, 3, a), cell(4, 5, b), cell(6, 6, c), cell(7, 8, d)] })),
  ...words.funding.map(([a, b, c, d], index) => ({
    cells: [
      cell(1, 3, index === 0 ? '项目资金（元）' : '', index === 0),
      cell(4, 4, a),
      cell(5, 5, b),
      cell(6, 7, c),
      cell(8, 8, d),
    ],
  })),
  ...words.narratives.map(([label, text]) => ({ cells: [cell(1, 3, label), cell(4, 8, text)] })),
  { cells: [cell(1, 1, '总体'), cell(2, 5, '实施期目标'), cell(6, 8, '年度目标')] },
  { cells: [cell(1, 1, '目标', false), cell(2, 5, words.goals[0]), cell(6, 8, words.goals[1])] },
  {
    cells: ['绩效', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'].map((head, i) =>
      cell(i + 1, i + 1, head),
    ),
  },
  ...words.groups.flatMap((group, index) =>
    group.rows.map(([a, b, c, d], row) => {
      const begins1 = row === 0 && group.level1 !== words.groups[index - 1]?.level1
      const level2 = row === 0 ? group.level2 : ''
      return {
        cells: [
          cell(1, 1, index + row === 0 ? '指标' : '', false),
          cell(2, 2, begins1 ? group.level1 : '', begins1),
          cell(3, 3, level2, row === 0),
          cell(4, 4, a),
          cell(5, 5, b),
          cell(6, 6, level2, row === 0),
          cell(7, 7, c),
          cell(8, 8, d),
        ],
      }
    }),
  ),
  { cells: words.signature.map((text, index) => cell(2 * index + 1, 2 * index + 2, text)), framed: false },
]

/** Rows from the top down, on a new page where one does not fit. @param {Row[]} rows @param {UsedGlyphs} glyphs @returns {string[]} content streams */
function setPages(rows, glyphs) {
  /** @type {string[]} */
  const pages = []
  let page = newPage()
  for (const row of rows) {
    const { cells, size = 9, framed = true } = row
    const lines = cells.map(({ left, right, text }) => breakLines(text, (right - left - 2 * inset) / size, glyphs))
    const height = Math.max(1, ...lines.map((own) => own.length)) * size * leading + 2 * inset
    if (page.top - height < margin.bottom) {
      pages.push(pageContent(page))
      page = newPage()
    }
    const bottom = page.top - height
    cells.forEach(({ left, right, ruled }, index) => {
      page.text += lineOperators(lines[index] ?? [], left + inset, page.top - inset - size, size)
      if (framed) page.rules += cellRules(left, right, page.top, bottom, ruled ?? true)
    })
    if (framed) page.frameBottom = bottom
    page.top = bottom
  }
  return [...pages, pageContent(page)]
}

const newPage = () => ({ text: '', rules: '', top: paper.height - margin.top, frameBottom: 0 })

/** @param {ReturnType<typeof newPage>} page  closes its frame below and on the right */
const pageContent = ({ text, rules, frameBottom }) =>
  `0.5 w\n${rules}${strokeFrom(edges[0], frameBottom, edges[8], frameBottom)}BT\n${text}ET`

/** @param {string[]} lines @param {number} x @param {number} firstBaseline @param {number} size */
const lineOperators = (lines, x, firstBaseline, size) =>
  lines
    .map(
      (line, index) =>
        `/F ${size} Tf 1 0 0 1 ${fixed(x)} ${fixed(firstBaseline - index * size * leading)} Tm <${line}> Tj\n`,
    )
    .join('')

/** @param {number} left @param {number} right @param {number} top @param {number} bottom @param {boolean} ruled  above */
const cellRules = (left, right, top, bottom, ruled) =>
  (ruled ? strokeFrom(left, top, right, top) : '') +
  strokeFrom(left, top, left, bottom) +
  strokeFrom(right, top, right, bottom)

const strokeFrom = (x1 = 0, y1 = 0, x2 = 0, y2 = 0) => `${fixed(x1)} ${fixed(y1)} m ${fixed(x2)} ${fixed(y2)} l S\n`

/** Two decimals; `toFixed` costs ten times this. @param {number} value */
const fixed = (value) => Math.round(value * 100) / 100

/** Full lines, by advances alone. @param {string} text @param {number} width  in ems @param {UsedGlyphs} glyphs @returns {string[]} CIDs in hex */
function breakLines(text, width, glyphs) {
  /** @type {string[]} */
  const lines = []
  let line = ''
  let left = width
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const advance = code === 10 ? Infinity : glyphs.advance(code)
    if (advance > left) {
      lines.push(line)
      line = ''
      left = width
    }
    if (code === 10) continue
    line += glyphs.cid(code)
    left -= advance
  }
  return line === '' ? lines : [...lines, line]
}

/** @param {string[]} pages @param {UsedGlyphs} glyphs @returns {Uint8Array} */
function writePdf(pages, glyphs) {
  const kids = pages.map((_, index) => `${8 + 2 * index} 0 R`).join(' ')
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from(
      `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 ${paper.width} ${paper.height}]/Resources<</Font<</F 3 0 R>>>>>>`,
    ),
    ...fontObjects(glyphs, 3, stream),
    ...pages.flatMap((content, index) => [
      Buffer.from(`<</Type/Page/Parent 2 0 R/Contents ${9 + 2 * index} 0 R>>`),
      stream(Buffer.from(content, 'latin1')),
    ]),
  ]
  /** @type {Uint8Array[]} */
  const parts = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  objects.forEach((object, index) => {
    const head = Buffer.from(`${index + 1} 0 obj\n`)
    parts.push(head, object, Buffer.from('\nendobj\n'))
    table += `${String(at).padStart(10, '0')} 00000 n \n`
    at += head.length + object.length + 8
  })
  parts.push(Buffer.from(`${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** @param {Uint8Array} data @param {string} more  further entries of the dictionary */
function stream(data, more = '') {
  const deflated = zlibSync(data, compression)
  return Buffer.concat([
    Buffer.from(`<<${more}/Filter/FlateDecode/Length ${deflated.length}>>stream\n`),
    deflated,
    Buffer.from('\nendstream'),
  ])
}
