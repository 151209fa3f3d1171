/** The public surface of jixiao-forms/testing: what moved on paper, in words and in pictures. */
export { type CompareOptions, comparePdfs, type PdfComparison } from './compare/compare-pdfs.js'
export { boxFaults } from './invariants/box-faults.js'
export type { FilledForm } from './invariants/filled-form.js'
export { printedFaults } from './invariants/printed-faults.js'
export { compareLayouts } from './layout/compare-layouts.js'
export type { TextDifference } from './layout/compare-texts.js'
export { describeChange, describeChanges } from './layout/describe-change.js'
export {
  type DescribedCell,
  type DescribedLayout,
  type DescribedPage,
  type DescribedRule,
  type DescribedRun,
  describeLayout,
  describeMillimetres,
} from './layout/described-layout.js'
export type { LayoutChange, RuleName } from './layout/layout-change.js'
export { layoutSnapshot, readLayoutSnapshot } from './layout/layout-snapshot.js'
export { wireframe } from './layout/wireframe.js'
export {
  compareFingerprints,
  type Fingerprint,
  fingerprint,
  readFingerprint,
  writeFingerprint,
} from './pdf/fingerprint.js'
export { type PrintedCharacter, type PrintedPage, readPdf } from './pdf/read-pdf.js'
export { type PagePicture, type RenderOptions, renderPages } from './pdf/render-pages.js'
export { comparePictures, overlayPictures, type PictureDifference, type PixelBox } from './pixels/compare-pictures.js'
export { decodePng } from './pixels/decode-png.js'
export { describePixels, type PixelPlace } from './pixels/describe-pixels.js'
export { drawGrid } from './pixels/draw-grid.js'
export { encodePng } from './pixels/encode-png.js'
export type { Picture } from './pixels/picture.js'
export { htmlReport, type Report, type ReportSection } from './report/html-report.js'
export { type FormReport, type TestFormOptions, testForm } from './test-form.js'
