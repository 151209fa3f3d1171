import { expect, it } from 'vitest'
import { parseIndicatorValue } from '../../src/model/indicator-value.js'

it.each([
  ['', { kind: 'blank' }],
  ['≥6702人次/年', { kind: 'quantity', comparator: '≥', quantity: '6702', unit: '人次/年' }],
  ['100%', { kind: 'quantity', quantity: '100', unit: '%' }],
  ['100百分比', { kind: 'quantity', quantity: '100', unit: '百分比' }],
  ['≥９０％', { kind: 'quantity', comparator: '≥', quantity: '90', unit: '%' }],
  ['不低于50万元', { kind: 'quantity', comparator: '≥', quantity: '50', unit: '万元' }],
  ['<=100元/人', { kind: 'quantity', comparator: '≤', quantity: '100', unit: '元/人' }],
  ['3,360.50元/人/年', { kind: 'quantity', quantity: '3360.50', unit: '元/人/年' }],
  ['5万人左右', { kind: 'quantity', comparator: '≈', quantity: '5', unit: '万人' }],
  ['达到90%', { kind: 'quantity', comparator: '=', quantity: '90', unit: '%' }],
  ['控制在50万元以内', { kind: 'quantity', comparator: '≤', quantity: '50', unit: '万元' }],
  ['90%以上', { kind: 'quantity', comparator: '≥', quantity: '90', unit: '%' }],
  ['-5℃', { kind: 'quantity', quantity: '-5', unit: '℃' }],
  ['1项（完成采购）', { kind: 'quantity', quantity: '1', unit: '项' }],
  ['3年', { kind: 'quantity', quantity: '3', unit: '年' }],
  ['12', { kind: 'quantity', quantity: '12' }],
  ['2023年', { kind: 'deadline', year: 2023 }],
  ['2023年底前，一次性发放', { kind: 'deadline', year: 2023 }],
  ['2023年12月31日前', { kind: 'deadline', year: 2023, month: 12 }],
  ['2023年3月—2024年6月', { kind: 'deadline', year: 2024, month: 6 }],
  ['2023-06-30', { kind: 'deadline', year: 2023, month: 6 }],
  ['每年年底前', { kind: 'words', text: '每年年底前' }],
  ['市级配套奖励10万元/户', { kind: 'words', text: '市级配套奖励10万元/户' }],
  ['80%-90%', { kind: 'words', text: '80%-90%' }],
  ['有效提升', { kind: 'words', text: '有效提升' }],
])('%s', (value, meaning) => {
  expect(parseIndicatorValue(value)).toEqual(meaning)
})
