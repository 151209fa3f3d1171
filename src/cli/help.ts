/** What `jixiao --help` says. */
import { COMMANDS, type CommandName, USAGE_OF } from './arguments.js'

const PURPOSE: Readonly<Record<CommandName, string>> = {
  render: '打印表格为PDF（print a form as PDF）',
  check: '检查表格，列出问题（list every finding）',
  layout: '以毫米为单位输出版面JSON（print the layout in millimetres）',
  forms: '列出表格与版式及其依据（list forms and variants with their sources）',
}

const NOTES = `FORM.json 与 -o 写“-”表示标准输入、标准输出。
退出码：0 完成；1 数据有误；2 用法有误；3 文件、字体或目录不能读写。
字体：--font fangsong=simfang.ttf，字体集合写 --font hei=msyh.ttc#"Microsoft YaHei"，可以多次给出。
环境变量 SOURCE_DATE_EPOCH 给定文件日期。`

export const helpText = (command?: CommandName): string => {
  if (command) return `${PURPOSE[command]}\n\n用法：${USAGE_OF[command]}\n\n${NOTES}\n`
  const commands = COMMANDS.map((name) => `  ${PURPOSE[name]}\n    ${USAGE_OF[name]}`).join('\n')
  return `jixiao：预算绩效管理表格的排版打印\n\n${commands}\n\n${NOTES}\n`
}
