// Who prints the form. Each is loaded only where it is used, so that no process carries another's modules.

/** @import { Form } from './sample-form.mjs' */
/** @typedef {(form: Form) => Uint8Array | Promise<Uint8Array>} PrintForm */

/** @type {Record<string, { title: string, open: () => Promise<PrintForm> }>} */
export const contenders = {
  ours: { title: 'jixiao-forms', open: openOurs },
  typst: { title: 'Typst', open: async () => (await import('./typst-form.mjs')).openTypst() },
  pdfmake: { title: 'pdfmake table', open: async () => (await import('./pdfmake-table.mjs')).openPdfmake() },
  limit: { title: 'limit writer', open: async () => (await import('./limit-writer.mjs')).openLimitWriter() },
}

/** @returns {Promise<PrintForm>} */
async function openOurs() {
  const { renderForm } = await import('jixiao-forms')
  const { performanceTarget } = await import('jixiao-forms/templates')
  return async (form) => (await renderForm(performanceTarget, /** @type {any} */ (form))).pdf
}
