/** Checks a form before it is printed, as a filling-in program would while someone types. */
import { checkForm, describeDiagnostic } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'

const side = { total: 500000, central: 0, provincial: 0, municipal: 400000, selfRaised: 0, other: null }

const diagnostics = await checkForm(performanceTarget, {
  form: 'performance-target',
  fiscalYear: 2024,
  projectName: '社区图书室更新项目',
  department: { code: '043', name: '某市文化和旅游局' },
  implementingUnit: '某市图书馆',
  projectNature: 'one-off',
  projectPeriodYears: 1,
  funding: { implementation: side, annual: side },
  overview: '更新全市12处社区图书室的图书和书架。',
  basis: '某文旅发[2023]8号',
  necessity: '现有图书多已破损，居民借阅需求不能满足。',
  safeguards: '由市图书馆统一采购、统一配送，项目资金专账核算。',
  plan: '3月底前完成采购，6月底前完成配送。',
  goals: { implementation: '更新12处社区图书室。', annual: '更新12处社区图书室。' },
  indicators: [],
  signature: { responsible: '', handler: '王芳', phone: '0353-2000020', filledAt: '2024-01-15' },
})

for (const diagnostic of diagnostics) {
  const { label, message, hint } = describeDiagnostic(diagnostic)
  const place = diagnostic.place
    ? `page ${diagnostic.place.page}, ${diagnostic.place.x} × ${diagnostic.place.y} mm`
    : ''
  console.log([diagnostic.severity, diagnostic.code, label, message, hint, place].join(' | '))
}
