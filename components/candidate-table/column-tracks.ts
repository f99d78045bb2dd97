import type { CSSProperties } from 'react'
import type { ColumnId, TableLayout } from '@/lib/url/layout'
import { columns } from './columns'

/** Always there, before whatever a reader chose, and always in sight. */
const fixed = ['select', 'name'] as const
type AnyColumn = ColumnId | (typeof fixed)[number]

const getMeta = (id: AnyColumn) => columns.find((column) => column.id === id)?.meta

const isPinned = ({ pinned }: TableLayout, id: AnyColumn) =>
  fixed.some((each) => each === id) || pinned.some((each) => each === id)

/** The columns as they are drawn: those that stay in sight come first, in the reader's order. */
export function shownColumns(layout: TableLayout): AnyColumn[] {
  const { columns: shown } = layout
  const kept = shown.filter((id) => isPinned(layout, id))
  return [...fixed, ...kept, ...shown.filter((id) => !isPinned(layout, id))]
}

const getWidth = (layout: TableLayout, id: AnyColumn): string | null => {
  const width = id === 'select' ? undefined : layout.widths[id]
  return width === undefined ? null : `${width}px`
}
const getMinWidth = (id: AnyColumn) => `${getMeta(id)?.least ?? 8}rem`

/**
 * The grid of the table's rows as custom properties: `--columns` its tracks, `--table-min` what they take at the least,
 * `--at-…` where a column that stays in sight sticks, `--pinned` where the last of them ends. A column before one that sticks keeps a length, not a share.
 */
export function trackStyle(layout: TableLayout): CSSProperties {
  const ids = shownColumns(layout)
  const lastPinned = ids.findLastIndex((id) => isPinned(layout, id))
  const style: Record<string, string> = {}
  const passed: string[] = []
  const tracks = ids.map((id, at) => {
    const least = getWidth(layout, id) ?? getMinWidth(id)
    if (at <= lastPinned) style[`--at-${id}`] = passed.length === 0 ? '0px' : `calc(${passed.join(' + ')})`
    passed.push(least)
    if (at === lastPinned) style['--pinned'] = `calc(${passed.join(' + ')})`
    const share = getMeta(id)?.share ?? 0
    const grows = getWidth(layout, id) === null && share > 0 && at >= lastPinned
    return grows ? `minmax(${least}, ${share}fr)` : least
  })
  // Where nothing grows, an empty track takes the rest: rows reach the edge.
  if (!tracks.some((track) => track.includes('fr'))) tracks.push('minmax(0, 1fr)')
  return {
    ...style,
    '--columns': tracks.join(' '),
    '--table-min': `calc(${passed.join(' + ')} + 0.5rem)`,
  } as CSSProperties
}

// Written out, since class names are found in the source.
const sticky: Record<AnyColumn, string> = {
  select: 'start-(--at-select)',
  name: 'start-(--at-name)',
  rating: 'start-(--at-rating)',
  top: 'start-(--at-top)',
  now: 'start-(--at-now)',
  years: 'start-(--at-years)',
  career: 'start-(--at-career)',
  location: 'start-(--at-location)',
  applied: 'start-(--at-applied)',
  seen: 'start-(--at-seen)',
}

// Cells pass beneath the last of them: its edge shows it, once some do.
const lastEdge =
  'after:pointer-events-none after:absolute after:inset-y-0 after:start-full after:hidden after:w-4 after:border-s after:border-edge/60 after:bg-linear-to-r after:from-shade after:to-transparent in-data-more-before:after:block rtl:after:bg-linear-to-l forced-colors:after:border-[Highlight] forced-colors:after:bg-none'

/**
 * Class of a column's cells: where it stays in sight, above the cells that pass beneath it; elsewhere such that the
 * focus, coming back to it, brings it out from under those.
 */
export const stickyClass = (layout: TableLayout, id: string): string => {
  if (!(id in sticky) || !isPinned(layout, id as AnyColumn)) return 'scroll-ms-(--pinned)'
  const last = shownColumns(layout).findLast((each) => isPinned(layout, each)) === id
  return `sticky ${sticky[id as AnyColumn]} z-1 bg-inherit card:static ${last ? lastEdge : ''}`
}
