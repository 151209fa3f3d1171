import { describe, expect, it } from 'vitest'
import { checkBrackets } from '../../src/checks/brackets.js'
import { checkCharacters } from '../../src/checks/characters.js'
import { checkDocumentNumbers } from '../../src/checks/document-numbers.js'
import type { TextField } from '../../src/checks/fields.js'
import { checkNarratives } from '../../src/checks/narratives.js'
import { checkPlaceholders } from '../../src/checks/placeholders.js'
import { checkPrivatePhone } from '../../src/checks/private-phone.js'
import { findUnbalanced } from '../../src/checks/unbalanced.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { words } from './words.js'

const run = (rule: (field: TextField) => readonly Diagnostic[], text: string): string[] =>
  words(rule({ path: 'plan', text }))

describe('placeholder', () => {
  it.each([
    ['XX月底前完成', 'XX'],
    ['20XX年', 'XX'],
    ['×××负责', '×××'],
    ['金额TBD。', 'TBD'],
    ['具体点位待填写', '待填写'],
    ['（请填写）', '请填写'],
    ['目标1：建成。\n目标2：\n目标3：', '目标2：、目标3：'],
    ['目标1:', '目标1:'],
    ['目标1：……', '目标1：'],
    ['负责人____', '____'],
    ['待 填写', '待 填写'],
    ['ＴＢＤ', 'ＴＢＤ'],
    ['ＸＸ月底前完成', 'ＸＸ'],
    ['目标1：；目标2：；', '目标1：、目标2：'],
    ['目标１：', '目标１：'],
  ])('%j', (text, found) => {
    expect(run(checkPlaceholders, text)).toEqual([`plan：文中还留有待填写的字样：${found}。`])
  })

  it.each(['无', '暂无', '/', '——', '待定', ' 略。', '（无）', '……', '不涉及。', 'null', 'NaN', '?'])(
    '%j as the whole value',
    (text) => {
      expect(run(checkPlaceholders, text)).toEqual([`plan：整项只写了“${text.trim()}”。`])
    },
  )

  it.each([
    '目标1：完成建设。目标2：完成验收。',
    '无障碍设施',
    '规格为XXL号',
    'EXX型',
    '3×5米',
    '请按规定填写',
    'Wi-Fi',
  ])('%j is fine', (text) => {
    expect(run(checkPlaceholders, text)).toEqual([])
  })
})

describe('document-number', () => {
  it.each([
    ['晋社会局函[2022]55号', '文号的年份用错了括号：晋社会局函[2022]55号。'],
    ['（阳办发【2021】11号）', '文号的年份用错了括号：阳办发【2021】11号。'],
    ['晋水财288号务【2022】', '文号的年份用错了括号：晋水财288号务【2022】。'],
    ['财预（2021）101号', '文号的年份用错了括号：财预（2021）101号。'],
    ['财预(2021)第101号', '文号的年份用错了括号：财预(2021)第101号。'],
    ['晋财建［２０２２］５５号', '文号的年份用错了括号：晋财建［２０２２］５５号。'],
    ['晋财建[ 2022 ]55号', '文号的年份用错了括号：晋财建[ 2022 ]55号。'],
    ['晋财建（2022）55、56号', '文号的年份用错了括号：晋财建（2022）55、56号。'],
    ['晋财建〔2022〕第1-3号', '文号的顺序号前多了“第”字：晋财建〔2022〕第1-3号。'],
    ['晋财建（2022） 55 号', '文号的年份用错了括号：晋财建（2022） 55 号。'],
    ['晋财建〔2022〕 第 55 号', '文号的顺序号前多了“第”字：晋财建〔2022〕 第 55 号。'],
    ['财预〔2021〕第101号', '文号的顺序号前多了“第”字：财预〔2021〕第101号。'],
    ['财预〔2021〕08号', '文号的顺序号编了虚位：财预〔2021〕08号。'],
    ['《办法》（财预〔2021〕8号）、', '文号后面多了顿号：财预〔2021〕8号）、。'],
  ])('%s', (text, message) => {
    expect(run(checkDocumentNumbers, text)).toContain(`plan：${message}`)
  })

  it('says what is right', () => {
    const [finding] = checkDocumentNumbers({ path: 'basis', text: '按财预[2021]第008号执行' })
    expect(finding?.facts).toMatchObject({ variant: 'brackets', expected: ['按财预〔2021〕8号'] })
  })

  it.each([
    ['晋财建［２０２２］ ５５ 号', '晋财建〔2022〕55号'],
    ['晋水财288号务【2022】', '晋水财务〔2022〕288号'],
    ['晋财建[2022]', '晋财建〔2022〕×号'],
    ['晋财建[2022]55', '晋财建〔2022〕55号'],
    ['市政府会议纪要【2022】12次', '市政府会议纪要〔2022〕12次'],
    ['晋财建（2022）1-3号', '晋财建〔2022〕1-3号'],
  ])('offers a whole number for %s: %s', (text, expected) => {
    expect(checkDocumentNumbers({ path: 'basis', text })[0]?.facts).toMatchObject({ expected: [expected] })
  })

  it.each([
    '财预〔2021〕101号、财预〔2022〕5号',
    '（2023年度）',
    '（2021-2023年）',
    '2022年第3号公告',
    '[1]',
    '（2020）版',
    '【2023年】任务',
    '图书【2022】版',
    '本年度【2023年】任务',
    '（2023）3号楼',
    '图书[2022]3册',
    '晋财建〔 2022 〕55、56号',
  ])('%s is fine', (text) => {
    expect(run(checkDocumentNumbers, text)).toEqual([])
  })
})

describe('brackets', () => {
  it.each([
    ['《山西省〈关于调整的通知》', '〈'],
    ['关于〉的通知', '〉'],
    ['“十四五', '“'],
    ['（一）（二', '（'],
    ['《甲《乙》', '《'],
    ['（其中：1）甲；2）乙））', '）'],
  ])('%s has a lone %s', (text, mark) => {
    expect(findUnbalanced(text).map((lone) => lone.mark)).toEqual([mark])
  })

  it('names the places', () => {
    expect(run(checkBrackets, '根据《山西省社会保险局〈关于调整的通知》')).toEqual([
      'plan：括号、书名号或引号不成对：〈 …会保险局〈关于调整…。',
    ])
  })

  it.each([
    '《关于〈办法〉的通知》（一）“好”',
    '“第一段。\n“第二段。\n　　“第三段。”',
    '“跨段的引文，\n到这里结束。”',
    '1）甲；2）乙；\n(3)丙 a) 丁',
    '（混用)',
    '≥5，≤10，a<b',
    '（其中：1）甲；2）乙）',
    '（1、2、3）',
    '（《甲》，1）乙；2）丙）',
    'It’s fine',
  ])('%j balances', (text) => {
    expect(findUnbalanced(text)).toEqual([])
  })

  it.each([
    ['管理,云服务', '汉字之间用了半角标点：, …管理,云服务…。'],
    ['管理 , 云服务', '汉字之间用了半角标点：, …管理 , 云服务…。'],
    ['办法 (试行) 执行', '汉字之间用了半角标点：(试行) …办法 (试行) 执行…。'],
    ['办法(试行', '汉字之间用了半角标点：( …办法(试行…。'],
    ['办法(试行)执行', '汉字之间用了半角标点：(试行) …办法(试行)执行…。'],
    ['办法(试行)。', '汉字之间用了半角标点：(试行) …办法(试行)。…。'],
    ['称为"试点"工作', '中文里用了直引号：" …称为"试点"工…、" …为"试点"工作…。'],
  ])('%s', (text, message) => {
    expect(run(checkBrackets, text)).toContain(`plan：${message}`)
  })

  it.each(['1,234.56万元', 'GB/T 1.1—2020', 'f(x)=1', 'He said "yes".', '27"显示器'])('%s is fine', (text) => {
    expect(run(checkBrackets, text)).toEqual([])
  })
})

describe('private-phone', () => {
  it.each([
    '13800000000',
    '电话：138-0000-0000',
    '+86 13800000000',
    '138 0000 0000',
    '１３８００００００００',
    '138 00000000',
    '138.0000.0000',
    '138\u200b00000000',
    '13800000000元旦值班',
  ])('%s', (text) => {
    expect(run(checkPrivatePhone, text)).toEqual(['plan：含有手机号码138****0000。'])
  })

  it.each([
    '0353-2000001',
    '67560000',
    '213800000000',
    '138000000001',
    '12800000000',
    '13800000000元',
    '13800000000 万元',
  ])('%s is fine', (text) => {
    expect(run(checkPrivatePhone, text)).toEqual([])
  })
})

describe('character', () => {
  it.each([
    ['⼀⻓', '含有部首符号：⼀ U+2F00（一）、⻓ U+2ED3（长）。'],
    ['\uf914', '含有兼容汉字：\uf914 U+F914（樂）。'],
    ['\u{2f800}', '含有兼容汉字：\u{2f800} U+2F800（丽）。'],
    ['\ue000', '含有私用区字符：\ue000 U+E000。'],
    ['\u{f0000}', '含有私用区字符：\u{f0000} U+F0000。'],
    ['a\u200bb\u00ad\u202e', '含有看不见的字符：U+200B、U+00AD、U+202E，打印时已去掉。'],
    ['\ufeffa', '含有看不见的字符：U+FEFF，打印时已去掉。'],
  ])('%j', (text, message) => {
    expect(run(checkCharacters, text)).toEqual([`plan：${message}`])
  })

  it.each(['𠮷䶮𬱖㐂', '﨑﨓﨔', '①☑℃—', '　\t\n', '㎡'])('%s is fine', (text) => {
    expect(run(checkCharacters, text)).toEqual([])
  })
})

describe('narrative-bare', () => {
  const bare = (...texts: string[]): string[] =>
    words(checkNarratives(texts.map((text, index) => ({ path: `n${index}`, text, label: `第${index}项` }))))

  it.each([
    '晋水财288号务【2022】',
    '财预〔2021〕101号',
    '根据财预〔2021〕101号文件执行。',
    '晋财绩〔2020〕5号、财预〔2021〕101号',
    '（晋财建〔2022〕55号）',
    '《晋财建〔2022〕55号》',
    '文号：晋财建〔2022〕55号',
    '（文号：晋财建〔2022〕55号）',
    '晋财建〔2022〕5号和晋财建〔2022〕6号',
    '《晋财建〔2022〕5号》《晋财建〔2022〕6号》',
    '1.晋财建〔2022〕5号',
    '1、晋财建〔2022〕5号；\n2、晋财建〔2022〕6号。',
    '晋财建〔２０２２〕 ５５ 号',
    '根据《晋财建〔2022〕55号》文件',
    '晋财建〔2022〕5号、晋财绩〔2022〕6号等相关文件精神',
    '依据晋财建〔2022〕5号文及晋财绩〔2022〕6号文',
  ])('%s', (text) => {
    expect(bare(text)).toEqual([`n0：这一项只有文号“${text.replace('\n', 'U+000A')}”，没有说明内容。`])
  })

  it('compares narratives without white space', () => {
    expect(bare('同样的 话。', '', '同样的话。\n', '')).toEqual(['n2：这一项与“第0项”的内容完全相同。'])
    expect(bare('同样的\u200b话。', '同样的话。')).toEqual(['n1：这一项与“第0项”的内容完全相同。'])
    expect(bare('\u200b', ' \u200b')).toEqual([])
  })

  it.each([
    '按晋财建〔2022〕5号开展道路养护',
    '道路养护，见晋财建〔2022〕5号',
    '《办法》（财预〔2021〕101号）',
    '2023年实施。',
    '按年度计划实施',
    '101号楼改造',
    '2022年改造3号楼',
  ])('%s is fine', (text) => {
    expect(bare(text)).toEqual([])
  })
})
