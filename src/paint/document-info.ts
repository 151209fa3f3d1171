/** What a PDF says of itself: the Info dictionary (ISO 32000-1, 14.3.3) and the XMP packet are written from it. */
export interface DocumentInfo {
  readonly title: string
  readonly language: 'zh-CN'
  /**
   * ISO 8601, with offset (`2023-01-28T10:47:20+08:00`) or local (`2023-01-28T10:47:20`, `2023-01-28`).
   * Absent: the PDF carries no date. It is never the clock's.
   */
  readonly creationDate?: string
  /** The program that made the form, such as `jixiao-forms 0.1.0`. */
  readonly creator: string
  readonly subject?: string
}
