/** Copy this file: it keeps a form of one's own from changing unseen. */
import { readFileSync } from 'node:fs'
import { readJson, renderForm } from 'jixiao-forms'
import { testForm } from 'jixiao-forms/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { equipmentList as form } from '../src/equipment-list.js'

const data = readJson(readFileSync(new URL('./data/library.json', import.meta.url)))

describe('the equipment list', () => {
  let rendered
  beforeAll(async () => {
    rendered = await renderForm(form, data)
  })

  test('holds every invariant of print', async () => {
    expect(await testForm(form, { library: data })).toEqual({ documents: 1, pages: 2, surroundings: 'same bytes' })
  })

  // What moves is told in words: “page 1: row 家具 moved 4.20 mm down”. Meant? Run `vitest -u` and commit the new snapshot.
  test('is laid out as it was', () => {
    expect(rendered).toMatchLayoutSnapshot('library')
  })

  // Every pixel of the first page; a report with before, after and overlay is written to jixiao-report/ where one differs.
  test('looks as it did', async () => {
    await expect(rendered).toMatchPageSnapshot({ name: 'library', pages: [1] })
  })

  test('loses no character', async () => {
    await expect(rendered).toContainEveryCharacterOf({ form, data })
  })

  // The hash changes with the version of jixiao-forms too: keep this test where bytes matter, such as for signed copies.
  test('gives the same bytes each time', async () => {
    await expect(() => renderForm(form, data)).toBeStableBytes('library')
  })
})
