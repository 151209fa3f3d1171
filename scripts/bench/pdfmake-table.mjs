// The form as an ordinary pdfmake table: what one writes without a layout of one's own, faults of such tables included.
import { readFileSync } from 'node:fs'
import pdfmake from 'pdfmake'
import { byLevel1, formWords } from './form-words.mjs'

/**
 * @import { Form } from './sample-form.mjs'
 * @import { FormWords, Group } from './form-words.mjs'
 */

const columns = [6.5, 17.7, 17.7, 34, 37, 18.5, 21, 29.6]
const pointsPerMm = 72 / 25.4
const inset = 0.9 * pointsPerMm
const hairline = 0.5
const frame = 0.9
/** 小五 in lines of 11.5 pt; the fonts' own lines are one em high. */
const lineHeight = 11.5 / 9

const heads = ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值']

/** @returns {(form: Form) => Promise<Uint8Array>} pdfmake parses the font anew in each document */
export function openPdfmake() {
  const read = (/** @type {string} */ file) => readFileSync(new URL(`../../fonts/${file}`, import.meta.url))
  // @ts-expect-error the published types know the singleton only
  const instance = new pdfmake.constructor()
  instance.virtualfs.writeFileSync('song.ttf', read('JixiaoSong-Regular.ttf'))
  instance.virtualfs.writeFileSync('bold.ttf', read('JixiaoSong-Bold.ttf'))
  instance.setFonts({ Song: { normal: 'song.ttf', bold: 'bold.ttf' } })
  instance.setUrlAccessPolicy(() => false)
  instance.setLocalAccessPolicy(() => false)
  return (form) => instance.createPdf(definition(formWords(form))).getBuffer()
}

/** @param {FormWords} words */
const definition = (words) => ({
  version: '1.7',
  language: 'zh-CN',
  info: { title: words.title },
  pageSize: 'A4',
  pageMargins: [14, 16, 14, 15].map((mm) => mm * pointsPerMm),
  defaultStyle: { font: 'Song', fontSize: 9, lineHeight },
  header: (/** @type {number} */ page) => (page === 1 ? null : centred(`${words.title}　${words.projectName}`, 8, 9)),
  footer: (/** @type {number} */ page, /** @type {number} */ count) => centred(`第 ${page} 页 共 ${count} 页`, 2, 9),
  content: [
    { text: words.title, bold: true, fontSize: 17, alignment: 'center' },
    { text: words.subtitle, fontSize: 10.5, alignment: 'center', margin: [0, 0, 0, 2 * pointsPerMm] },
    table(0, upperRows(words)),
    table(1, indicatorRows(words.groups)),
    { columns: words.signature.map((text) => ({ text })), margin: [0, 2 * pointsPerMm, 0, 0] },
  ],
})

/** @param {string} text @param {number} millimetres  from the paper's or the margin's edge @param {number} fontSize */
const centred = (text, millimetres, fontSize) => ({
  text,
  fontSize,
  alignment: 'center',
  margin: [0, millimetres * pointsPerMm, 0, 0],
})

/** @param {number} headerRows @param {object[][]} body */
const table = (headerRows, body) => ({
  table: { headerRows, widths: columns.map((mm) => mm * pointsPerMm - 2 * inset - hairline), body },
  layout: {
    hLineWidth: (/** @type {number} */ line) => (line === 0 || line === body.length ? frame : hairline),
    vLineWidth: (/** @type {number} */ line) => (line === 0 || line === columns.length ? frame : hairline),
    paddingLeft: () => inset,
    paddingRight: () => inset,
    paddingTop: () => inset,
    paddingBottom: () => inset,
  },
})

/** A cell, and the blank ones that pdfmake wants behind it for its further columns. @param {string} text */
const cells = (text, colSpan = 1, more = {}) => [
  { text, alignment: 'center', colSpan, ...more },
  ...Array.from({ length: colSpan - 1 }, () => ({})),
]

/** @param {string} text @param {number} colSpan */
const running = (text, colSpan) => cells(text, colSpan, { alignment: 'left' })

/** @param {string} text */
const amount = (text) => cells(text, 1, { alignment: 'right' })

/** @param {FormWords} words @returns {object[][]} */
const upperRows = (words) => [
  [...cells('项目名称', 3), ...running(words.projectName, 5)],
  ...words.facts.map(([a, b, c, d]) => [...cells(a, 3), ...running(b, 2), ...cells(c), ...running(d, 2)]),
  ...words.funding.map(([a, b, c, d], index) => [
    ...(index === 0 ? cells('项目资金\n（元）', 3, { rowSpan: words.funding.length }) : cells('', 3)),
    ...cells(a),
    ...amount(b),
    ...cells(c, 2),
    ...amount(d),
  ]),
  ...words.narratives.map(([label, text]) => [...cells(label, 3), ...running(text, 5)]),
  [...cells(upright('总体目标'), 1, { rowSpan: 2 }), ...cells('实施期目标', 4), ...cells('年度目标', 3)],
  [{}, ...running(words.goals[0], 4), ...running(words.goals[1], 3)],
]

/** @param {string} text */
const upright = (text) => [...text].join('\n')

/** @param {readonly Group[]} groups @returns {object[][]} */
function indicatorRows(groups) {
  const rowCount = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const body = byLevel1(groups).flatMap(({ level1, groups: inner, rowCount: rowSpan }) =>
    inner.flatMap((group, index) =>
      group.rows.map(([a, b, c, d], row) => {
        const first = row === 0 ? { rowSpan: group.rows.length } : {}
        const level2 = row === 0 ? group.level2 : ''
        return [
          ...(index + row === 0 ? cells(level1, 1, { rowSpan }) : [{}]),
          ...cells(level2, 1, first),
          ...cells(a),
          ...cells(b),
          ...cells(level2, 1, first),
          ...cells(c),
          ...cells(d),
        ]
      }),
    ),
  )
  const label = cells(upright('绩效指标'), 1, { rowSpan: rowCount })
  return [
    [{}, ...heads.flatMap((head) => cells(head))],
    ...body.map((row, index) => [...(index === 0 ? label : [{}]), ...row]),
  ]
}
