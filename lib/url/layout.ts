import { createLoader, createParser, createSerializer, parseAsArrayOf, parseAsStringLiteral } from './parser'
import { type CareerZoom, careerZooms } from '@/lib/domain/career-axis'
import { type ColumnId, columnIds, defaultColumns, type SizedColumn } from '@/lib/domain/columns'

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** Where the details of a person open: in a panel beside the list (over it where there is no room), or below their row. */
export const detailPlaces = ['beside', 'list'] as const
export type DetailPlace = (typeof detailPlaces)[number]

/** How a reader has arranged the table: theirs by browser, and another's only when a link carries it. */
export type TableLayout = {
  /** Shown, in order. */
  columns: ColumnId[]
  /** Of those shown, the ones that stay in sight beside the person when the table scrolls sideways. */
  pinned: ColumnId[]
  /** Pixels, where a reader chose a width. */
  widths: Partial<Record<SizedColumn, number>>
  density: Density
  /** Headlines run over as many lines as they need. */
  wrap: boolean
  zoom: CareerZoom
  details: DetailPlace
}

export const defaultLayout: TableLayout = {
  columns: [...defaultColumns],
  pinned: [],
  widths: {},
  density: 'comfortable',
  wrap: false,
  zoom: 10,
  details: 'beside',
}

/** Pixels a column can be made. */
export const columnWidth = { least: 72, most: 800 }

// Named by layouts that were saved before there were decisions: what is at a person's name now had a column there.
const renamed: Readonly<Record<string, ColumnId>> = { top: 'decision' }

type ColumnToken = { id: ColumnId | 'name'; width: number | null; pinned: boolean }
const token = /^([a-z]+)(?::(\d{2,3}))?(!)?$/

/** One column as it stands in an address: `career`, `career:320` with a width, `rating!` pinned. */
const parseAsColumn = createParser<ColumnToken>({
  parse(text) {
    const match = token.exec(text)
    const name = renamed[match?.[1] ?? ''] ?? match?.[1]
    const id = name === 'name' ? 'name' : columnIds.find((known) => known === name)
    if (!match || !id) return null
    const { least, most } = columnWidth
    const width = match[2] === undefined ? null : Math.min(most, Math.max(least, Number(match[2])))
    return { id, width, pinned: match[3] === '!' }
  },
  serialize: ({ id, width, pinned }) => `${id}${width === null ? '' : `:${width}`}${pinned ? '!' : ''}`,
  eq: (a, b) => a.id === b.id && a.width === b.width && a.pinned === b.pinned,
})

const zoomNames = careerZooms.map(String)

/** The keys of the address that carry a layout. Defaults are left out; unknown values are ignored. */
export const layoutParsers = {
  columns: parseAsArrayOf(parseAsColumn),
  density: parseAsStringLiteral(densities),
  wrap: parseAsStringLiteral(['1']),
  career: parseAsStringLiteral(zoomNames),
  details: parseAsStringLiteral(detailPlaces),
}

const load = createLoader(layoutParsers)
const serialize = createSerializer(layoutParsers)

const parseZoom = (name: string | null): CareerZoom =>
  careerZooms.find((zoom) => String(zoom) === name) ?? defaultLayout.zoom

/**
 * Reads a layout from a query string, a `URLSearchParams` or resolved `searchParams`. Never throws.
 * @returns null where none of its keys is there
 */
export function parseLayout(
  search: string | URLSearchParams | Record<string, string | string[] | undefined>,
): TableLayout | null {
  const given = load(search)
  if (Object.values(given).every((value) => value === null)) return null
  const { columns: tokens, density, wrap, career, details } = given
  const byId = new Map((tokens ?? []).map((each) => [each.id, each]))
  const shown = [...byId.keys()].filter((id) => id !== 'name')
  return {
    columns: tokens === null ? defaultLayout.columns : shown,
    pinned: shown.filter((id) => byId.get(id)?.pinned),
    widths: Object.fromEntries(
      [...byId].flatMap(([id, { width }]) => (width === null ? [] : [[id, width]])),
    ) as TableLayout['widths'],
    density: density ?? defaultLayout.density,
    wrap: wrap === '1',
    zoom: parseZoom(career),
    details: details ?? defaultLayout.details,
  }
}

/** The query string of a layout, with its `?`, or '' for the default one. */
export function layoutToSearch(layout: TableLayout): string {
  const { columns, pinned, widths, density, wrap, zoom, details } = layout
  const tokens: ColumnToken[] = columns.map((id) => ({
    id,
    width: widths[id] ?? null,
    pinned: pinned.includes(id),
  }))
  if (widths.name !== undefined) tokens.unshift({ id: 'name', width: widths.name, pinned: false })
  const usual =
    tokens.length === defaultColumns.length &&
    tokens.every(({ id, width, pinned: kept }, at) => id === defaultColumns[at] && width === null && !kept)
  return serialize({
    columns: usual ? null : tokens,
    density: density === defaultLayout.density ? null : density,
    wrap: wrap ? '1' : null,
    career: zoom === defaultLayout.zoom ? null : String(zoom),
    details: details === defaultLayout.details ? null : details,
  })
}
