import type { CSSProperties } from 'react'
import { type ColumnKey, fixedColumns, getColumn } from '@/lib/domain/columns'
import type { TableLayout } from '@/lib/url/layout'

export const isPinned = ({ pinned }: TableLayout, key: string) =>
  fixedColumns.some((each) => each === key) || pinned.some((each) => each === key)

/** The columns as they are drawn: those that stay in sight come first, in the reader's order. */
export function shownColumns(layout: TableLayout): ColumnKey[] {
  const { columns: shown } = layout
  const pinned = shown.filter((id) => isPinned(layout, id))
  return [...fixedColumns, ...pinned, ...shown.filter((id) => !isPinned(layout, id))]
}

const chosenWidth = (layout: TableLayout, key: ColumnKey): string | null => {
  const width = key === 'select' ? undefined : layout.widths[key]
  return width === undefined ? null : `${width}px`
}

/**
 * The grid of the table's rows as custom properties: `--columns` its tracks, `--table-min` what they take at the least,
 * `--at-…` where a pinned column sticks, `--pinned` where the last of them ends. A column before a pinned one has a fixed width, not a share.
 */
export function trackStyle(layout: TableLayout): CSSProperties {
  const keys = shownColumns(layout)
  const lastPinned = keys.findLastIndex((key) => isPinned(layout, key))
  const style: Record<string, string> = {}
  const passed: string[] = []
  const tracks = keys.map((key, at) => {
    const { min, share } = getColumn(key).width
    const chosen = chosenWidth(layout, key)
    const width = chosen ?? `${min}rem`
    if (at <= lastPinned) style[`--at-${key}`] = passed.length === 0 ? '0px' : `calc(${passed.join(' + ')})`
    passed.push(width)
    if (at === lastPinned) style['--pinned'] = `calc(${passed.join(' + ')})`
    const grows = chosen === null && share > 0 && at >= lastPinned
    return grows ? `minmax(${width}, ${share}fr)` : width
  })
  // Where nothing grows, an empty track takes the rest: rows reach the edge.
  if (!tracks.some((track) => track.includes('fr'))) tracks.push('minmax(0, 1fr)')
  return {
    ...style,
    '--columns': tracks.join(' '),
    '--table-min': `calc(${passed.join(' + ')} + 0.5rem)`,
  } as CSSProperties
}
