/** 项目支出绩效目标表: the form with its variants. */
import { defineForm } from '../../src/define-form.js'
import { performanceTargetBook } from './book.js'
import { checkPerformanceTarget } from './checks.js'
import { performanceTargetLabels } from './labels.js'
import { performanceTargetModel } from './model.js'
import { national2015 } from './national-2015.js'
import { yangquan2023 } from './yangquan-2023.js'

export const performanceTarget = defineForm({
  id: 'performance-target',
  module: import.meta.url,
  title: '项目支出绩效目标表',
  formatVersion: 1,
  model: performanceTargetModel,
  labels: performanceTargetLabels,
  steering: ['form', 'formatVersion', 'template', 'indicators[].implementation[].id', 'indicators[].annual[].id'],
  dates: { filled: 'signature.filledAt', year: 'fiscalYear' },
  archive: { responsible: 'signature.responsible', organisation: 'implementingUnit', date: 'signature.filledAt' },
  book: performanceTargetBook,
  templates: { 'yangquan-2023': yangquan2023, 'national-2015': national2015 },
  defaultTemplate: 'yangquan-2023',
  checks: checkPerformanceTarget,
  sources: ['财预〔2015〕88号', '财预〔2015〕163号', '财预〔2011〕285号', '财预〔2021〕101号'],
})
