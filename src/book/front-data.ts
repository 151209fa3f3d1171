/** The plan of a book as the data of its cover and its contents: two forms like any other. */
import type { BookPlan } from './arrange-book.js'
import type { BookContents, BookCover } from './book-definition.js'

export const coverData = (plan: BookPlan, title: string): BookCover => ({
  title,
  years: yearsOf(plan),
  departmentCount: plan.departments.length,
  formCount: plan.formCount,
  pageCount: plan.pageCount,
  departments: plan.departments.map(({ code, name, forms }) => ({
    code,
    name,
    forms: forms.length,
    page: forms[0]?.page ?? 0,
  })),
})

export const contentsData = (plan: BookPlan, title: string): BookContents => {
  let number = 0
  return {
    title,
    years: yearsOf(plan),
    departments: plan.departments.map(({ code, name, forms }) => ({
      code,
      name,
      entries: forms.map(({ entry, page }) => ({
        number: ++number,
        title: entry.title,
        page,
        fields: entry.fields,
      })),
    })),
  }
}

/** Each once, the earliest first. */
const yearsOf = ({ departments }: BookPlan): string => {
  const years = departments.flatMap(({ forms }) => forms.map(({ entry }) => entry.year))
  return [...new Set(years.filter((year) => year !== ''))].sort().join('、')
}
