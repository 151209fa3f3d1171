// Makes a form that has not been printed before, so that no contender can answer from memory.

/** @import { Form } from './sample-form.mjs' */

const narratives = ['overview', 'basis', 'necessity', 'safeguards', 'plan']
const firstHan = 0x4e00
const hanCount = 0x9fa5 - firstHan + 1

/**
 * The same form with other words: digits are replaced by digits and sentences change places, so that its length stays;
 * eight characters of the name are drawn anew, so that its set of characters is new as well. The same round gives the
 * same form, to every contender.
 *
 * @param {Form} form
 * @param {number} round
 * @returns {Form}
 */
export function varyForm(form, round) {
  const random = randomNumbers(round + 1)
  const reword = (/** @type {string} */ text) => newDigits(shuffled(text, random), random)
  const goals = { implementation: reword(form.goals.implementation), annual: reword(form.goals.annual) }
  const projectName = `${form.projectName}（${newDigits('第000批', random)}${newCharacters(8, random)}）`
  /** @type {Form} */
  const varied = { ...form, projectName, goals, funding: newAmounts(form.funding, random) }
  for (const field of narratives) varied[field] = reword(form[field])
  varied.indicators = form.indicators.map((/** @type {any} */ group) => ({
    ...group,
    implementation: newItems(group.implementation, random),
    annual: newItems(group.annual, random),
  }))
  return varied
}

/**
 * The form with each of its indicators standing `factor` times in its group.
 *
 * @param {Form} form
 * @param {number} factor
 * @returns {Form}
 */
export function multiplyIndicators(form, factor) {
  const times = (/** @type {object[]} */ items) => Array.from({ length: factor }, () => items).flat()
  const multiply = (/** @type {any} */ group) => ({
    ...group,
    implementation: times(group.implementation),
    annual: times(group.annual),
  })
  return { ...form, indicators: form.indicators.map(multiply) }
}

/** @returns {() => number} whole numbers below 2^31 (Lehmer's generator): the same seed gives the same numbers everywhere */
function randomNumbers(/** @type {number} */ seed) {
  const modulus = 0x7fffffff
  let state = (seed * 7919) % modulus
  return () => (state = (state * 48271) % modulus)
}

/** @param {string} text @param {() => number} random */
const newDigits = (text, random) => text.replace(/\d/g, () => String(random() % 10))

/** @param {number} count @param {() => number} random */
const newCharacters = (count, random) =>
  Array.from({ length: count }, () => String.fromCodePoint(firstHan + (random() % hanCount))).join('')

/** Sentences of each paragraph in another order. @param {string} text @param {() => number} random */
const shuffled = (text, random) =>
  text
    .split('\n')
    .map((paragraph) => shuffle(paragraph.match(/[^。]*。|[^。]+$/g) ?? [], random).join(''))
    .join('\n')

/** Fisher and Yates. @param {string[]} items @param {() => number} random */
function shuffle(items, random) {
  for (let last = items.length - 1; last > 0; last--) {
    const other = random() % (last + 1)
    ;[items[last], items[other]] = [items[other] ?? '', items[last] ?? '']
  }
  return items
}

/** @param {{ name: string, value: string }[]} items @param {() => number} random */
const newItems = (items, random) =>
  items.map((item) => ({ ...item, name: newDigits(item.name, random), value: newDigits(item.value, random) }))

/** Total and municipal funds move together, as in the sample. @param {Record<string, any>} funding @param {() => number} random */
function newAmounts(funding, random) {
  const moved = (/** @type {Record<string, any>} */ side) => {
    const amount = 1000000 + (random() % 8999999)
    return { ...side, total: amount, municipal: amount }
  }
  return { implementation: moved(funding.implementation), annual: moved(funding.annual) }
}
