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

type Tracks = { tracks: string; min: string; at: Record<string, string>; pinned: string | null }

function layOut(layout: TableLayout, keys: readonly ColumnKey[]): Tracks {
  const lastPinned = keys.findLastIndex((key) => isPinned(layout, key))
  const at: Record<string, string> = {}
  const passed: string[] = []
  let pinned: string | null = null
  const tracks = keys.map((key, index) => {
    const { min, share, each } = getColumn(key).width
    const chosen = chosenWidth(layout, key)
    const width = chosen ?? (each ? `calc(${min}rem + var(--criteria) * ${each}rem)` : `${min}rem`)
    if (index <= lastPinned) at[key] = passed.length === 0 ? '0px' : `calc(${passed.join(' + ')})`
    passed.push(width)
    if (index === lastPinned) pinned = `calc(${passed.join(' + ')})`
    const grows = chosen === null && share > 0 && index >= lastPinned
    return grows ? `minmax(${width}, ${share}fr)` : width
  })
  // Where nothing grows, an empty track takes the rest: rows reach the edge.
  if (!tracks.some((track) => track.includes('fr'))) tracks.push('minmax(0, 1fr)')
  return { tracks: tracks.join(' '), min: `calc(${passed.join(' + ')} + 0.5rem)`, at, pinned }
}

/** Whether a column stays while a person is open beside the list. */
export const staysBeside = (key: ColumnKey): boolean => getColumn(key).besidePanel === true

/**
 * The grid of the table's rows as custom properties: `--columns` its tracks, `--table-min` what they take at the least,
 * `--at-…` where a pinned column sticks, `--pinned` where the last of them ends; the same with `beside` for the few columns
 * beside an open person. A column before a pinned one has a fixed width, not a share.
 */
export function trackStyle(layout: TableLayout): CSSProperties {
  const keys = shownColumns(layout)
  const whole = layOut(layout, keys)
  const few = layOut(layout, keys.filter(staysBeside))
  const style: Record<string, string> = {
    '--columns': whole.tracks,
    '--table-min': whole.min,
    '--columns-beside': few.tracks,
    '--table-min-beside': few.min,
  }
  for (const [key, place] of Object.entries(whole.at)) style[`--at-${key}`] = place
  if (whole.pinned !== null) style['--pinned'] = whole.pinned
  return style as CSSProperties
}
