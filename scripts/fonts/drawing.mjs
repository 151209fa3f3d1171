// Outlines drawn here because the sources lack them: rules, ballot boxes, ticks and crosses, on an em of 1000 units.

/** @typedef {import('./outline.mjs').Outline} Outline */
/** @typedef {import('./outline.mjs').Point} Point */

/** The middle of the em box, whose top is 880 and whose foot is -120. */
export const emMiddle = 380

const boxLeft = 90
const boxRight = 910
const boxFoot = emMiddle - 410
const boxTop = emMiddle + 410

/**
 * @param {number} left
 * @param {number} foot
 * @param {number} right
 * @param {number} top
 * @returns {Outline}
 */
export function rectangle(left, foot, right, top) {
  return [polygon([left, foot], [left, top], [right, top], [right, foot])]
}

/**
 * A square frame.
 *
 * @param {number} stroke
 * @returns {Outline}
 */
export function ballotBox(stroke) {
  const hole = rectangle(boxLeft + stroke, boxFoot + stroke, boxRight - stroke, boxTop - stroke)
  return [...rectangle(boxLeft, boxFoot, boxRight, boxTop), ...hole.map((contour) => contour.toReversed())]
}

/**
 * A tick with a short left arm and a long right arm that swells towards its foot.
 *
 * @returns {Outline}
 */
export function tick() {
  return [
    [
      on(105, 365),
      on(205, 445),
      off(300, 350),
      on(368, 205),
      off(560, 560),
      on(850, 810),
      on(905, 765),
      off(610, 430),
      on(425, -40),
      on(345, -40),
      off(240, 200),
    ],
  ]
}

/**
 * Two strokes that cross in the middle of the em box.
 *
 * @param {number} reach  from the middle to an end, along either axis
 * @param {number} stroke
 * @returns {Outline}
 */
export function cross(reach, stroke) {
  const half = Math.round(stroke / Math.SQRT2 / 2)
  const [left, right, foot, top] = [500 - reach, 500 + reach, emMiddle - reach, emMiddle + reach]
  return [
    polygon(
      [left - half, foot + half],
      [right - half, top + half],
      [right + half, top - half],
      [left + half, foot - half],
    ),
    polygon(
      [left - half, top - half],
      [left + half, top + half],
      [right + half, foot + half],
      [right - half, foot - half],
    ),
  ]
}

/** @param {[number, number][]} corners */
function polygon(...corners) {
  return corners.map(([x, y]) => on(x, y))
}

/**
 * @param {number} x
 * @param {number} y
 */
function on(x, y) {
  return { x, y, onCurve: true }
}

/**
 * @param {number} x
 * @param {number} y
 */
function off(x, y) {
  return { x, y, onCurve: false }
}
