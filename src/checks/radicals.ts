/**
 * Ordinary characters for radical symbols (U+2E80–2EF3) that Unicode gives no compatibility mapping;
 * from EquivalentUnifiedIdeograph.txt and the character names. PDF text copied from official papers is full of them.
 */
const pairs =
  '⺁厂⺅亻⺐尣⺕彐⺗心⺝月⺟母⺠民⺡氵⺮竹⺼月⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻏阝⻑長⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'

export const ordinaryByRadical: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, pair) => [pairs.charAt(2 * pair), pairs.charAt(2 * pair + 1)] as const),
)
