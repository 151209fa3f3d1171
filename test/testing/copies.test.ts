/** Drafts, final and public copies: their marks are part of the snapshot, and what a copy ought to print is complete. */
import { describe, expect, it } from 'vitest'
import { renderForm } from '../../src/index.js'
import { printedFaults } from '../../src/testing/invariants/printed-faults.js'
import { compareLayouts } from '../../src/testing/layout/compare-layouts.js'
import { describeChanges } from '../../src/testing/layout/describe-change.js'
import { describeLayout } from '../../src/testing/layout/described-layout.js'
import { layoutSnapshot, readLayoutSnapshot } from '../../src/testing/layout/layout-snapshot.js'
import { performanceTarget as form } from '../../templates/index.js'
import { pages, readSample } from './printed-sample.js'

const data = readSample('04-small-business-upgrade')

describe.each(['plain', 'draft', 'final', 'public'] as const)('a %s copy', (copy) => {
  it('is complete, and its snapshot is read back', async () => {
    const rendered = await renderForm(form, data, { copy })
    expect(await printedFaults(rendered.pdf, { form, data, options: { copy } })).toEqual([])
    expect(readLayoutSnapshot(layoutSnapshot(rendered.pages))).toEqual(describeLayout(rendered.pages))
  })
})

it('marks that moved, went or became others are told', () => {
  const marked = (text: string, x: number) =>
    describeLayout(
      pages.map((page) => ({ ...page, marks: [{ kind: 'watermark', text, face: 'hei', size: 7200, x, y: 7200 }] })),
    )
  const told = (before: ReturnType<typeof marked>, after: ReturnType<typeof marked>) =>
    describeChanges(compareLayouts(before, after))
  expect(told(marked('草稿', 7200), marked('草稿', 14400))).toEqual([
    'page 1: the watermark “草稿” moved 10.00 mm to the right',
    'page 2: the watermark “草稿” moved 10.00 mm to the right',
  ])
  expect(told(marked('草稿', 7200), marked('样张', 7200))[0]).toBe('page 1: the watermark “草稿” is another')
  expect(told(marked('草稿', 7200), describeLayout(pages))[0]).toBe('page 1: the watermark “草稿” is gone')
  expect(told(describeLayout(pages), marked('草稿', 7200))[0]).toBe('page 1: the watermark “草稿” is new')
})
