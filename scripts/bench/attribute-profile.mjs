// Whose time it is: reads a V8 CPU profile and gives each sample to a source file of ours and to the function it ran in.

/**
 * @import { Profiler } from 'node:inspector'
 * @typedef {object} Attribution  milliseconds by name
 * @property {Map<string, number>} files  the nearest source file of ours on the stack, with the library it had called
 * @property {Map<string, number>} functions  a function's own time
 * @property {Map<string, number>} calls  a function of ours with all that it calls
 */

/** @param {Profiler.Profile} profile @returns {Attribution} */
export function attributeProfile({ nodes, samples = [], timeDeltas = [] }) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])))
  const files = new Map()
  const functions = new Map()
  const calls = new Map()
  samples.forEach((id, index) => {
    const frame = byId.get(id)?.callFrame
    if (frame === undefined) return
    const time = Math.max(0, timeDeltas[index] ?? 0) / 1000
    const library = libraryOf(frame.url)
    const stack = framesFrom(id)
    const ours = stack.filter(({ url }) => sourceOf(url) !== undefined)
    add(
      files,
      `${sourceOf(ours[0]?.url ?? '') ?? withoutSource(frame)}${library === '' ? '' : `, in ${library}`}`,
      time,
    )
    add(functions, nameOf(frame), time)
    for (const name of new Set(ours.map(nameOf))) add(calls, name, time)
  })
  return { files, functions, calls }

  /** The frame itself, its caller, and so on. @param {number} id @returns {Profiler.Profile['nodes'][number]['callFrame'][]} */
  function framesFrom(id) {
    const frames = []
    for (let at = byId.get(id); at !== undefined; at = byId.get(parents.get(at.id) ?? -1)) frames.push(at.callFrame)
    return frames
  }
}

/** Sums of the files of each folder, with their libraries apart. @param {Map<string, number>} files */
export function byFolder(files) {
  /** @type {Map<string, number>} */
  const folders = new Map()
  for (const [file, time] of files) {
    const folder = file.replace(/^(src\/[^/,]+|templates)\/[^,]+/, '$1')
    folders.set(folder, (folders.get(folder) ?? 0) + time)
  }
  return folders
}

/** @param {{ functionName: string, url: string, lineNumber: number }} frame */
const nameOf = ({ functionName, url, lineNumber }) =>
  `${functionName || '(anonymous)'} ${shortUrl(url)}:${lineNumber + 1}`

/** @param {string} url */
const sourceOf = (url) => /dist\/((?:src|templates)\/.*)\.js$/.exec(url)?.[1]

/** V8 puts names such as `(garbage collector)` for work that no function asked for. @param {{ functionName: string }} frame */
const withoutSource = ({ functionName }) => (functionName.startsWith('(') ? functionName : 'elsewhere')

/** @param {string} url */
const libraryOf = (url) =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? (url.startsWith('node:') ? 'Node' : '')

/** @param {string} url */
const shortUrl = (url) => url.replace(/.*node_modules\//, '').replace(/.*\/dist\//, '')

/** @param {Map<string, number>} sums @param {string} key @param {number} time */
const add = (sums, key, time) => sums.set(key, (sums.get(key) ?? 0) + time)
