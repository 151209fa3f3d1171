/** 项目支出绩效目标表汇编: cover with the list of departments, contents by department, and the number at the foot. */
import { type BookContents, type BookCover, defineBook } from '../../src/book/book-definition.js'
import { defineTemplate } from '../../src/template/define-template.js'
import type { PerformanceTarget } from './model.js'
import { INSET, PAPER, RULE, SMALLEST_TYPE, TYPE } from './shared.js'

const UNNAMED_DEPARTMENT = '（未填部门）'
const UNNAMED_PROJECT = '（未填项目名称）'
const YEARS = ['（', { field: 'years', blank: '　　　' }, '年度）'] as const

/** What the contents print of a form besides its name: the fields of the definition below. */
type Field = 'implementingUnit' | 'annualTotal'

const cover = defineTemplate<BookCover>()({
  id: 'performance-target-cover',
  form: 'book-cover',
  source: '汇编封面，没有规定的格式',
  title: '项目支出绩效目标表汇编',
  paper: { ...PAPER, margin: { ...PAPER.margin, top: 40 } },
  columns: [34, 96, 24, 28],
  type: {
    ...TYPE,
    body: { role: 'song', size: 10.5, lineHeight: 14 },
    title: { role: 'songBold', size: 26, lineHeight: 38 },
    subtitle: { role: 'song', size: 16, lineHeight: 24 },
    count: { role: 'song', size: 12, lineHeight: 18 },
  },
  smallestType: SMALLEST_TYPE,
  inset: INSET,
  rule: RULE,
  heading: [
    { role: 'title', type: 'title', after: 6 },
    { role: 'subtitle', content: YEARS, type: 'subtitle', after: 10 },
    {
      role: 'subtitle',
      content: [
        '部门 ',
        { field: 'departmentCount' },
        ' 个　项目 ',
        { field: 'formCount' },
        ' 个　共 ',
        { field: 'pageCount' },
        ' 页',
      ],
      type: 'count',
      after: 8,
    },
  ],
  sections: [
    {
      kind: 'groups',
      each: 'departments',
      keys: ['code', 'name'],
      standard: [],
      head: {
        minHeight: 8,
        cells: [
          { columns: [1, 1], content: '部门代码' },
          { columns: [2, 2], content: '主管部门' },
          { columns: [3, 3], content: '项目数' },
          { columns: [4, 4], content: '起始页码' },
        ],
      },
      merged: [
        { columns: [1, 1], depth: 2, content: { field: 'code' } },
        { columns: [2, 2], depth: 2, align: 'left', content: { field: 'name', blank: UNNAMED_DEPARTMENT } },
        { columns: [3, 3], depth: 2, content: { field: 'forms' } },
        { columns: [4, 4], depth: 2, content: { field: 'page' } },
      ],
      sides: [],
      minHeight: 8,
    },
  ],
  // A list of departments that goes on says on every page what it is of.
  pageHead: { type: 'furniture', content: [{ field: 'title' }, '　部门（续）'] },
})

const contents = defineTemplate<BookContents<Field>>()({
  id: 'performance-target-contents',
  form: 'book-contents',
  source: '汇编目录，没有规定的格式',
  title: '目　　录',
  paper: PAPER,
  // Numbers are not broken: a code of nine digits, five of a number or page, an amount that stands on one line on the form.
  columns: [18, 31, 11, 51, 31, 29, 11],
  type: TYPE,
  smallestType: SMALLEST_TYPE,
  inset: INSET,
  rule: RULE,
  heading: [{ role: 'title', type: 'title', after: 3 }],
  sections: [
    {
      kind: 'groups',
      each: 'departments',
      keys: ['code', 'name'],
      standard: [],
      head: {
        minHeight: 7,
        cells: [
          { columns: [1, 1], content: '部门代码' },
          { columns: [2, 2], content: '主管部门' },
          { columns: [3, 3], content: '序号' },
          { columns: [4, 4], content: '项目名称' },
          { columns: [5, 5], content: '实施单位' },
          { columns: [6, 6], content: '年度资金\n（元）' },
          { columns: [7, 7], content: '页码' },
        ],
      },
      merged: [
        { columns: [1, 1], depth: 2, content: { field: 'code' } },
        { columns: [2, 2], depth: 2, content: { field: 'name', blank: UNNAMED_DEPARTMENT } },
      ],
      sides: [
        {
          each: 'entries',
          cells: [
            { columns: [3, 3], content: { field: 'number' }, align: 'center' },
            { columns: [4, 4], content: { field: 'title', blank: UNNAMED_PROJECT } },
            { columns: [5, 5], content: { field: 'fields.implementingUnit' } },
            { columns: [6, 6], content: { field: 'fields.annualTotal', format: 'yuan' }, align: 'right' },
            { columns: [7, 7], content: { field: 'page' }, align: 'center' },
          ],
        },
      ],
      minHeight: 6,
    },
  ],
  pageHead: { type: 'furniture', content: [{ field: 'title' }] },
  pageFoot: { type: 'furniture', content: '目录 {page}' },
})

export const performanceTargetBook = defineBook<PerformanceTarget>()({
  department: { code: 'department.code', name: 'department.name' },
  title: 'projectName',
  year: 'fiscalYear',
  fields: { implementingUnit: 'implementingUnit', annualTotal: 'funding.annual.total' },
  words: { department: UNNAMED_DEPARTMENT, title: UNNAMED_PROJECT, cover: '封面' },
  cover,
  contents,
  // The dashes of GB/T 9704-2012, 7.5, in the small type of the page foot beside it.
  folio: { content: '— {page} —', type: TYPE.furniture },
})
