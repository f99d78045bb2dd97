'use client'

import { useMemo } from 'react'
import { axisTicks, type CareerAxis, careerAxis, placeOnAxis } from '@/lib/domain/career-axis'
import type { TableLayout } from '@/lib/url/layout'
import { trackStyle } from './column-tracks'
import type { TableMeta } from './features'
import type { ListedPeople } from './use-candidate-list'

/** A hairline for each year of the axis, as the ground that all careers stand on: no element of its own in any row. */
function axisLines(axis: CareerAxis): string {
  const stops = axisTicks(axis).map(({ month }) => {
    const at = `${(placeOnAxis(axis, month) * 100).toFixed(2)}%`
    return `transparent ${at}, var(--line) ${at} calc(${at} + 1px), transparent calc(${at} + 1px)`
  })
  return stops.length === 0 ? 'none' : `linear-gradient(to right, ${stops.join(', ')})`
}

/** The years all careers are drawn on, what cells read beside their person, and the tracks of the grid as a style. */
export function useCareerAxis(
  people: Pick<ListedPeople, 'asOf' | 'earliest' | 'terms' | 'criteria'>,
  layout: TableLayout,
) {
  const { asOf, earliest, terms, criteria } = people
  const { y, m } = asOf
  const { zoom, wrap } = layout
  const axis = useMemo(() => careerAxis(zoom, { y, m }, earliest), [zoom, y, m, earliest])
  const meta: TableMeta = useMemo(
    () => ({ terms, wrap, axis, asOf: { y, m }, criteria }),
    [terms, wrap, axis, y, m, criteria],
  )
  const tracks = useMemo(
    () => ({
      ...trackStyle(layout),
      '--career-lines': axisLines(axis),
      '--criteria': String(criteria.length),
    }),
    [layout, axis, criteria],
  )
  return { axis, meta, tracks }
}
