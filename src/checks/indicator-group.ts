/** What the indicator rules read; any form with paired indicators has this shape. */
import { flatMap } from '../lists/flat-map.js'
import { type IndicatorValue, parseIndicatorValue } from '../model/indicator-value.js'

/** One 三级指标 with its 指标值. */
export interface Indicator {
  readonly id?: string | undefined
  readonly name: string
  readonly value: string
}

/** The indicators of one 二级指标, for the period and for the year. */
export interface IndicatorGroup {
  readonly level1: string
  readonly level2: string
  readonly implementation: readonly Indicator[]
  readonly annual: readonly Indicator[]
}

/** The period or the year. */
export type Side = 'implementation' | 'annual'

/** One indicator with all that a rule may ask of it. */
export interface PlacedIndicator extends Omit<Indicator, 'id'> {
  /** Path of the item, such as `indicators[3].annual[0]`. */
  readonly path: string
  readonly side: Side
  readonly level1: string
  readonly level2: string
  /** What the value says. */
  readonly meaning: IndicatorValue
}

/** All indicators under `path`, group by group, the period before the year. */
export const indicatorsOf = (path: string, groups: readonly IndicatorGroup[]): readonly PlacedIndicator[] =>
  flatMap(groups, (group, index) =>
    flatMap(['implementation', 'annual'] as const, (side) =>
      group[side].map((item, at) => ({
        name: item.name,
        value: item.value,
        path: `${path}[${index}].${side}[${at}]`,
        side,
        level1: group.level1,
        level2: group.level2,
        meaning: parseIndicatorValue(item.value),
      })),
    ),
  )
