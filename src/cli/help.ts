/** What `jixiao --help` says. */
import { COMMANDS, type CommandName, USAGE_OF } from './arguments.js'

const PURPOSE: Readonly<Record<CommandName, string>> = {
  render: '打印表格为PDF（print a form as PDF）',
  check: '检查表格，列出问题（list every finding）',
  layout: '以毫米为单位输出版面JSON（print the layout in millimetres）',
  batch: '批量打印：文件夹、JSON数组或JSONL，分开存放或汇编成册（print many forms, into a folder or into one book）',
  sign: '为PDF作数字签名，时间和位置可以指定（sign a PDF）',
  read: '读回附带在PDF里的数据（read the data inside a copy back）',
  verify: '重新制作并逐字节比对，核验PDF（verify a copy by printing it again）',
  preview: '把一页画成PNG，可叠加格线和毫米尺（draw a page, with cell boxes and a scale）',
  diff: '比较两个PDF或两个版面，有差别时写出报告（compare two PDFs or layouts, report what moved）',
  forms: '列出表格与版式及其依据（list forms and variants with their sources）',
}

const NOTES = `FORM.json 与 -o 写“-”表示标准输入、标准输出。
退出码：0 完成；1 数据有误；2 用法有误；3 文件、字体或目录不能读写。
字体：--font fangsong=simfang.ttf，字体集合写 --font hei=msyh.ttc#"Microsoft YaHei"，可以多次给出。
--copy：plain（默认）、draft 草稿、final 定稿、public 公开（隐去手机号等；--drop names、--drop phone 另略去姓名、电话）。
--book：汇编成一册，有封面、目录、书签和通页页码；--duplex 双面，各表从右页起，装订边左右对称（默认5毫米）。
签章图片：--image seal=公章.png，位置有 responsible、handler、seal、edgeSeal。
verify 的退出码：0 无误；1 已被改动；4 不是所持的那一份；5 须用另一版本核验；6 缺少字体、表或版式；7 不能核验。
环境变量 SOURCE_DATE_EPOCH 给定文件日期。`

export const helpText = (command?: CommandName): string => {
  if (command) return `${PURPOSE[command]}\n\n用法：${USAGE_OF[command]}\n\n${NOTES}\n`
  const commands = COMMANDS.map((name) => `  ${PURPOSE[name]}\n    ${USAGE_OF[name]}`).join('\n')
  return `jixiao：预算绩效管理表格的排版打印\n\n${commands}\n\n${NOTES}\n`
}
