import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderGroups } from '../../src/template/order-groups.js'
import { pairItems } from '../../src/template/pair-items.js'

const standard = [
  ['产出', '数量'],
  ['产出', '质量'],
  ['效益', '社会'],
]

describe('the order of groups', () => {
  it('is the official one for standard groups, whatever the data says', () => {
    expect(
      orderGroups(standard, [
        ['效益', '社会'],
        ['产出', '质量'],
      ]),
    ).toEqual(standard)
  })

  it('keeps another group where the data puts it: behind its predecessor', () => {
    expect(
      orderGroups(standard, [
        ['产出', '数量'],
        ['产出', '其他'],
        ['产出', '质量'],
      ]),
    ).toEqual([
      ['产出', '数量'],
      ['产出', '其他'],
      ['产出', '质量'],
      ['效益', '社会'],
    ])
  })

  it('puts 成本指标 first where the data begins with it (财预〔2021〕101号)', () => {
    expect(
      orderGroups(standard, [
        ['成本', '经济成本'],
        ['产出', '数量'],
      ])[0],
    ).toEqual(['成本', '经济成本'])
  })

  it('keeps groups of one 一级指标 together', () => {
    const ordered = orderGroups(standard, [
      ['效益', '社会'],
      ['产出', '其他'],
      ['效益', '另外'],
    ])
    expect(ordered).toEqual([
      ['产出', '其他'],
      ['产出', '数量'],
      ['产出', '质量'],
      ['效益', '社会'],
      ['效益', '另外'],
    ])
  })

  it('names every group once', () => {
    const key = fc.tuple(
      fc.constantFrom('产出', '效益', '成本', ''),
      fc.constantFrom('数量', '质量', '社会', '其他', ''),
    )
    fc.assert(
      fc.property(fc.array(key), (given) => {
        const names = orderGroups(standard, given).map((keys) => keys.join('/'))
        expect(new Set(names).size).toBe(names.length)
        expect(new Set(names)).toEqual(new Set([...standard, ...given].map((keys) => keys.join('/'))))
      }),
    )
  })
})

describe('items side by side', () => {
  const none = () => undefined

  it('pair in order, the shorter side has empty cells', () => {
    expect(pairItems([['a', 'b', 'c'], ['x']], none)).toEqual([
      ['a', 'x'],
      ['b', undefined],
      ['c', undefined],
    ])
    expect(pairItems([[], ['x', 'y']], none)).toEqual([
      [undefined, 'x'],
      [undefined, 'y'],
    ])
  })

  it('pair by id where they have one', () => {
    const ids: Record<string, string> = { a: '1', b: '2', x: '2', y: '3' }
    expect(
      pairItems(
        [
          ['a', 'b'],
          ['x', 'y'],
        ],
        (path) => ids[path],
      ),
    ).toEqual([
      ['a', undefined],
      ['b', 'x'],
      [undefined, 'y'],
    ])
  })

  it('with the same id several times pair first with first', () => {
    expect(
      pairItems(
        [
          ['a', 'b'],
          ['x', 'y', 'z'],
        ],
        () => '1',
      ),
    ).toEqual([
      ['a', 'x'],
      ['b', 'y'],
      [undefined, 'z'],
    ])
  })

  it('keep each its own cell and its side its order of appearance, for any ids', () => {
    const side = (name: string) =>
      fc
        .array(fc.constantFrom('1', '2', '3', undefined), { maxLength: 12 })
        .map((ids) => ids.map((id, i) => ({ path: `${name}${i}`, id })))
    fc.assert(
      fc.property(side('l'), side('r'), (left, right) => {
        const ids = new Map([...left, ...right].map(({ path, id }) => [path, id]))
        const rows = pairItems([left.map(({ path }) => path), right.map(({ path }) => path)], (path) => ids.get(path))
        expect(rows.flatMap(([l]) => l ?? [])).toEqual(left.map(({ path }) => path))
        expect(rows.flatMap(([, r]) => r ?? []).toSorted()).toEqual(right.map(({ path }) => path).toSorted())
        for (const [l, r] of rows) if (l !== undefined && r !== undefined) expect(ids.get(l)).toBe(ids.get(r))
      }),
    )
  })
})
