/** A report as one HTML page that needs nothing else: open it from disk. Before, after and both laid over each other, and the words. */

/** One page of paper, or one pair of drawings. */
export interface ReportSection {
  readonly title: string
  /** A sentence a line. */
  readonly words: readonly string[]
  /** PNG bytes or SVG text; absent where there is nothing to show, such as a page that is new. */
  readonly before?: Uint8Array | string | undefined
  readonly after?: Uint8Array | string | undefined
  readonly overlay?: Uint8Array | string | undefined
}

export interface Report {
  readonly title: string
  /** Says what was compared. */
  readonly before: string
  readonly after: string
  readonly words: readonly string[]
  readonly sections: readonly ReportSection[]
}

export const htmlReport = ({ title, before, after, words, sections }: Report): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${STYLE}</style>
<h1>${escape(title)}</h1>
<p class="files"><b>before 改动前</b> ${escape(before)}<br><b>after 改动后</b> ${escape(after)}</p>
${list(words)}
${sections.map(writeSection).join('\n')}
<footer>red 红：only before 仅改动前有 · blue 蓝：only after 仅改动后有 · orange 橙：hardly visible 几乎看不出的差别</footer>
</html>
`

const STYLE = `
body{font:15px/1.55 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:1.5rem auto;max-width:96rem;padding:0 1.5rem;color:#1c2430;background:#f6f7f9}
h1{font-size:1.4rem;margin:0 0 .6rem}h2{font-size:1.1rem;margin:2rem 0 .4rem}.files{color:#51607a}ul{padding-left:1.2rem;margin:.4rem 0}
.same{color:#2c7a3f}figure{margin:0;background:#fff;border:1px solid #d5dae2;min-width:0}figcaption{padding:.3rem .6rem;color:#51607a;border-bottom:1px solid #e5e8ee}
.three{display:grid;grid-template-columns:repeat(3,1fr);gap:.8rem}img,figure svg{display:block;width:100%;height:auto}
figure:has(input:checked){grid-column:1/-1;order:-1}figcaption label{cursor:zoom-in}input{display:none}footer{margin:2rem 0;color:#51607a}
.none{padding:2rem;color:#98a2b3;text-align:center}`

const writeSection = (section: ReportSection, index: number): string => `<h2>${escape(section.title)}</h2>
${list(section.words)}
<div class="three">
${figure('before 改动前', section.before, `${index}b`)}
${figure('after 改动后', section.after, `${index}a`)}
${figure('overlay 叠加', section.overlay, `${index}o`)}
</div>`

const list = (words: readonly string[]): string =>
  words.length === 0
    ? '<p class="same">no difference 没有差别</p>'
    : `<ul>${words.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`

/** A click on the caption shows the picture in full width, without a script. */
const figure = (caption: string, picture: Uint8Array | string | undefined, id: string): string =>
  `<figure><figcaption><label><input type="checkbox" id="p${id}">${caption} ⤢</label></figcaption>${draw(picture)}</figure>`

const draw = (picture: Uint8Array | string | undefined): string => {
  if (picture === undefined) return '<p class="none">—</p>'
  const [kind, bytes] = typeof picture === 'string' ? ['svg+xml', new TextEncoder().encode(picture)] : ['png', picture]
  return `<img alt="" src="data:image/${kind};base64,${Buffer.from(bytes as Uint8Array).toString('base64')}">`
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
