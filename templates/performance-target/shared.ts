/** What the variants of 项目支出绩效目标表 have in common: the standard indicator groups, the words of closed lists, the signature line. */

/**
 * Standard 二级指标 in official order (财预〔2015〕88号, 附件 填报说明; the names as Yangquan printed them for 2023).
 * Each is printed also where the form has no indicator in it.
 */
export const STANDARD_GROUPS = [
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

export const SIGNATURE = {
  columns: [42, 42, 48, 50],
  before: 2,
  cells: [
    { columns: [1, 1], content: ['负责人：', { field: 'signature.responsible' }] },
    { columns: [2, 2], content: ['经办人：', { field: 'signature.handler' }] },
    { columns: [3, 3], content: ['联系电话：', { field: 'signature.phone' }] },
    { columns: [4, 4], content: ['填报日期：', { field: 'signature.filledAt', format: 'date' }] },
  ],
} as const

export const PAGE_HEAD = { type: 'furniture', content: ['{title}　', { field: 'projectName' }] } as const
export const PAGE_FOOT = { type: 'furniture', content: '第 {page} 页 共 {pages} 页' } as const
