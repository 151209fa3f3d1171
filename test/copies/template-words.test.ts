import { describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { checkTemplate } from '../../src/template/check-template.js'
import { yangquan2023 } from '../../templates/performance-target/yangquan-2023.js'

const copy = () => JSON.parse(JSON.stringify(yangquan2023))
const faultsOf = (template: unknown): readonly string[] => {
  try {
    checkTemplate(template)
    return []
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    return error.diagnostics.map(({ facts }) => `${facts['place']}: ${facts['reason']}`)
  }
}
const faultsAfter = (change: (template: ReturnType<typeof copy>) => void) => {
  const template = copy()
  change(template)
  return faultsOf(template)
}

describe('a template with room for signatures', () => {
  it.each([
    [
      'a place outside the block',
      (t: ReturnType<typeof copy>) => (t.signing.places[2].y = 4),
      'signing.places[2]: 超出预留的45毫米',
    ],
    [
      'a place off the paper',
      (t) => (t.signing.places[2] = { ...t.signing.places[2], cell: 1, width: 80, height: 80, y: 0 }),
      '超出预留的45毫米',
    ],
    ['a place over no cell', (t) => (t.signing.places[0].cell = 5), 'signing.places[0].cell: 签字栏没有第5格'],
    ['an oblong seal', (t) => (t.signing.places[2].height = 30), 'signing.places[2]: 印章的位置应为正方形'],
    ['two places of one name', (t) => (t.signing.edgeSeal.name = 'seal'), 'signing.places: “seal”重复'],
    ['a signature line outside the block', (t) => (t.signing.line = 45), 'signing.line: 签字栏在预留的位置之外'],
    [
      'an edge seal over the grid',
      (t) => (t.signing.edgeSeal.slice = 20),
      'signing.edgeSeal.slice: 宽于右页边，会压住表格',
    ],
    ['no signature line', (t) => delete t.signature, 'signing: 没有签字栏（signature）'],
    ['a QR code that no phone reads', (t) => (t.proof.qr = 6), 'proof.qr: 二维码小于8.25毫米，无法识读'],
    ['a QR code off the paper', (t) => (t.proof.bottom = 15), 'proof.bottom: 放不下11.25毫米的二维码'],
    ['a proof without its code', (t) => (t.proof.content = '验证码'), 'proof.content: '],
    ['a proof in a type it does not define', (t) => (t.proof.type = 'tiny'), 'type.tiny: 没有定义这种字样'],
    ['two rules of one name', (t) => (t.masking[1].name = 'mobiles'), 'masking: “mobiles”重复'],
    ['a rule that would drop everything', (t) => delete t.masking[2].fields, 'masking[2]: drop 须写明 fields'],
    ['a rule of an unknown word', (t) => (t.masking[0].mask = 'blur'), 'masking[0].mask: '],
  ] as readonly (readonly [string, (template: ReturnType<typeof copy>) => unknown, string])[])(
    '%s is refused',
    (_, change, fault) => {
      expect(faultsAfter(change).join('\n')).toContain(fault)
    },
  )

  it('as they are shipped is sound', () => expect(faultsOf(copy())).toEqual([]))
})
