/** What the variants of 项目支出绩效目标表 have in common: the standard indicator groups, the words of closed lists, the signature line. */

/**
 * Standard 二级指标 in official order (财预〔2015〕88号, 附件 填报说明; the names as Yangquan printed them for 2023).
 * Each is printed also where the form has no indicator in it.
 */
const STANDARD_GROUPS = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['产出指标', '成本指标'],
  ['效益指标', '经济效益指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '生态效益指标'],
  ['效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
] as const

export const PROJECT_NATURE = { recurring: '经常性项目（长期开展）', 'one-off': '一次性项目（1年结束）' } as const

/** A4, with the margins that leave 182 mm for the grid. */
export const PAPER = { width: 210, height: 297, margin: { top: 16, right: 14, bottom: 15, left: 14 } } as const

/** 小五 for the body, 小标宋-like bold for the title; never below 7.5 pt. */
export const TYPE = {
  body: { role: 'song', size: 9, lineHeight: 11.5 },
  title: { role: 'songBold', size: 17, lineHeight: 24 },
  subtitle: { role: 'song', size: 10.5, lineHeight: 15 },
  furniture: { role: 'song', size: 8, lineHeight: 10 },
} as const

export const SMALLEST_TYPE = 7.5
export const INSET = { x: 0.9, y: 0.9 } as const
/** Whole device dots at 150, 300 and 600 dpi, so that no raster makes one rule of a kind heavier than another. */
export const RULE = { frame: 0.96, hairline: 0.48 } as const

/** The year of a draft that has none yet is left open to be written in by hand. */
export const YEAR_SUBTITLE = ['（', { field: 'fiscalYear', blank: '　　　' }, '年度）'] as const

/** No rule stands between the four: the empty columns keep a long name off the one beside it. */
export const SIGNATURE = {
  columns: [39, 3, 39, 3, 45, 3, 50],
  before: 2,
  cells: [
    { columns: [1, 1], verticalAlign: 'top', content: ['负责人：', { field: 'signature.responsible' }] },
    { columns: [3, 3], verticalAlign: 'top', content: ['经办人：', { field: 'signature.handler' }] },
    { columns: [5, 5], verticalAlign: 'top', content: ['联系电话：', { field: 'signature.phone' }] },
    { columns: [7, 7], verticalAlign: 'top', content: ['填报日期：', { field: 'signature.filledAt', format: 'date' }] },
  ],
} as const

export const PAGE_HEAD = { type: 'furniture', content: ['{title}　', { field: 'projectName' }] } as const
export const PAGE_FOOT = { type: 'furniture', content: '第 {page} 页 共 {pages} 页' } as const

/** Everything a public copy may have to hide. Mobile numbers are looked for in every text, for people write them into narratives too. */
export const MASKING = [
  {
    name: 'mobiles',
    label: '手机号码',
    mask: 'mobile',
    except: ['form', 'template', 'department.code', 'funding', 'signature.filledAt'],
  },
  {
    name: 'identities',
    label: '身份证号',
    mask: 'identity',
    except: ['form', 'template', 'funding', 'signature.filledAt'],
  },
  {
    name: 'names',
    label: '姓名',
    mask: 'drop',
    fields: ['signature.responsible', 'signature.handler'],
    onRequest: true,
  },
  { name: 'phone', label: '联系电话', mask: 'drop', fields: ['signature.phone'], onRequest: true },
] as const

/**
 * The seal stands over the date, which lies a little below its centre, and its upper edge just below the frame, less than
 * a line away (GB/T 9704-2012, 7.3.5.1). People sign above their printed names.
 */
export const SIGNING = {
  block: 45,
  line: 24,
  places: [
    { name: 'responsible', label: '负责人签字', kind: 'signature', cell: 1, y: 8, width: 38, height: 15 },
    { name: 'handler', label: '经办人签字', kind: 'signature', cell: 2, y: 8, width: 38, height: 15 },
    { name: 'seal', label: '公章', kind: 'seal', cell: 4, y: 1.5, width: 42, height: 42 },
  ],
  edgeSeal: { name: 'edgeSeal', label: '骑缝章', size: 42, slice: 12 },
} as const

export const PROOF = { type: 'furniture', content: '验证码：{code}', qr: 11.25, bottom: 20 } as const

/** The paired indicator table: both sides share 一级指标, each has its own 二级指标 (财预〔2015〕88号). */
export const INDICATORS = {
  kind: 'groups',
  each: 'indicators',
  keys: ['level1', 'level2'],
  standard: STANDARD_GROUPS,
  pairBy: 'id',
  label: { columns: [1, 1], content: '绩效指标' },
  head: {
    cells: [
      { columns: [2, 2], content: '一级指标' },
      { columns: [3, 3], content: '二级指标' },
      { columns: [4, 4], content: '三级指标' },
      { columns: [5, 5], content: '指标值' },
      { columns: [6, 6], content: '二级指标' },
      { columns: [7, 7], content: '三级指标' },
      { columns: [8, 8], content: '指标值' },
    ],
  },
  merged: [
    { columns: [2, 2], depth: 1, content: { field: 'level1' } },
    { columns: [3, 3], depth: 2, content: { field: 'level2' } },
    { columns: [6, 6], depth: 2, content: { field: 'level2' } },
  ],
  sides: [
    {
      each: 'implementation',
      cells: [
        { columns: [4, 4], content: { field: 'name' }, align: 'center' },
        { columns: [5, 5], content: { field: 'value' }, align: 'center' },
      ],
    },
    {
      each: 'annual',
      cells: [
        { columns: [7, 7], content: { field: 'name' }, align: 'center' },
        { columns: [8, 8], content: { field: 'value' }, align: 'center' },
      ],
    },
  ],
} as const
