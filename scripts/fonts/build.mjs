// Builds the fonts in fonts/ and their MANIFEST.json. The same sources give the same bytes.
//
//   node scripts/fonts/build.mjs                         the three cut from npm packages
//   node scripts/fonts/build.mjs --rare PATH/HanaMinB.ttf   the rare one too, from the unpacked Debian fonts-hanazono

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ascentPerEm, assembleFont, descentPerEm } from './assemble.mjs'
import { runs } from './character-map.mjs'
import { recipes } from './recipes.mjs'
import { openSourceFont } from './source-font.mjs'

/** @typedef {import('./recipes.mjs').Recipe} Recipe */
/** @typedef {import('./source-font.mjs').SourceFont} SourceFont */
/** @typedef {import('./assemble.mjs').Glyph} Glyph */

const fontsFolder = new URL('../../fonts/', import.meta.url)
const manifestFile = new URL('MANIFEST.json', fontsFolder)
const keptNames = [0, 7, 8, 9, 10, 13, 14] // copyright, trademark, makers, licence

main()

function main() {
  const { rare } = parseArgs({ options: { rare: { type: 'string' } } }).values
  /** @type {Record<string, { coverage: number[] }>} */
  const manifest = readManifest()
  for (const recipe of recipes) {
    if (recipe.source.registry === 'debian' && rare === undefined) continue
    const source = openSourceFont(readSource(recipe, rare))
    const glyphs = pickGlyphs(recipe, source, (role) => expand(manifest[role]?.coverage ?? []))
    const file = assembleFont({
      unitsPerEm: source.unitsPerEm,
      notdef: { advance: source.advance(0), record: source.record(0) },
      glyphs,
      names: names(recipe, source),
      weight: recipe.weight,
      bold: recipe.style === 'Bold',
    })
    const entry = describe(recipe, source, glyphs, file)
    writeFileSync(new URL(entry.file, fontsFolder), file)
    manifest[recipe.role] = entry
    console.log(`${entry.file}  ${entry.bytes} bytes  ${entry.characters} characters  ${entry.sha256}`)
  }
  writeFileSync(manifestFile, formatManifest(manifest))
}

/** The entries of fonts that are not built again stay as they are. */
function readManifest() {
  return existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
}

/**
 * @param {Recipe} recipe
 * @param {string | undefined} rare
 */
function readSource({ source }, rare) {
  const place =
    source.registry === 'npm'
      ? new URL(import.meta.resolve(`${source.package}/${source.file}`))
      : /** @type {string} */ (rare)
  const file = readFileSync(place)
  if (sha256(file) !== source.sha256)
    throw new Error(`${place} is not the ${source.file} of ${source.package} ${source.version}`)
  return file
}

/**
 * Every code point gets a glyph of its own, also where the source shares one: a shared glyph copied out of a PDF comes
 * back as whichever of its characters came first.
 *
 * @param {Recipe} recipe
 * @param {SourceFont} source
 * @param {(role: string) => Set<number>} coverage
 */
function pickGlyphs(recipe, source, coverage) {
  /** @type {Map<number, Glyph>} */
  const glyphs = new Map()
  for (const codePoint of recipe.characters(source, coverage)) {
    const glyph = source.glyphOf.get(codePoint)
    if (glyph === undefined) throw new Error(`${recipe.role}: the source has no U+${codePoint.toString(16)}`)
    glyphs.set(codePoint, { advance: source.advance(glyph), record: source.record(glyph) })
  }
  for (const [codePoint, glyph] of recipe.replacements(source)) glyphs.set(codePoint, glyph)
  return glyphs
}

/**
 * The family has a name of its own because Noto, Source and Hanazono are reserved (OFL, condition 3).
 *
 * @param {Recipe} recipe
 * @param {SourceFont} source
 */
function names(recipe, source) {
  const { family, style } = recipe
  const isPlain = style === 'Regular' || style === 'Bold'
  const full = style === 'Regular' ? family : `${family} ${style}`
  const result = new Map(recipe.names)
  for (const id of keptNames) {
    const text = source.names.get(id)
    if (text !== undefined && !result.has(id)) result.set(id, text)
  }
  result.set(1, isPlain ? family : full)
  result.set(2, isPlain ? style : 'Regular')
  result.set(3, `1.000;NONE;${postScriptName(recipe)}`)
  result.set(4, full)
  result.set(5, `Version 1.000; cut from ${recipe.source.title}`)
  result.set(6, postScriptName(recipe))
  if (!isPlain) result.set(16, family).set(17, style)
  return result
}

/** @param {Recipe} recipe */
function postScriptName({ family, style }) {
  return `${family.replaceAll(' ', '')}-${style}`
}

/**
 * @param {Recipe} recipe
 * @param {SourceFont} source
 * @param {Map<number, Glyph>} glyphs
 * @param {Buffer} file
 */
function describe(recipe, source, glyphs, file) {
  const { title, ...origin } = recipe.source
  const codePoints = [...glyphs.keys()].sort((a, b) => a - b)
  return {
    file: `${postScriptName(recipe)}.ttf`,
    family: recipe.family,
    style: recipe.style,
    postScriptName: postScriptName(recipe),
    bytes: file.length,
    sha256: sha256(file),
    source: { font: title, ...origin },
    licence: `LICENSES/${recipe.licence}`,
    unitsPerEm: source.unitsPerEm,
    ascent: Math.round(ascentPerEm * source.unitsPerEm),
    descent: Math.round(descentPerEm * source.unitsPerEm),
    characters: codePoints.length,
    coverage: runs(codePoints).flatMap(({ first, last }) => [first, last]),
  }
}

/** @param {number[]} coverage  first and last code point of each range, in turn */
function expand(coverage) {
  const codePoints = new Set()
  for (let i = 0; i < coverage.length; i += 2) {
    for (let codePoint = coverage[i] ?? 0; codePoint <= (coverage[i + 1] ?? -1); codePoint++) codePoints.add(codePoint)
  }
  return codePoints
}

/**
 * Roles in the order of the recipes, one line for each list of ranges.
 *
 * @param {Record<string, object>} manifest
 */
function formatManifest(manifest) {
  const ordered = Object.fromEntries(recipes.flatMap(({ role }) => (manifest[role] ? [[role, manifest[role]]] : [])))
  const text = JSON.stringify(ordered, null, 2)
  return `${text.replace(/\[[\d,\s]+\]/g, (list) => list.replace(/\s+/g, ''))}\n`
}

/** @param {Buffer} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
