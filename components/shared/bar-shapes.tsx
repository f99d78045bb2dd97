import type { ReactNode } from 'react'
import { type BarShapeProps, useChartWidth } from 'recharts'

export type ChartBar = {
  /** Tells it apart. */
  key: string
  /** What stands beside or below it. */
  label: string
  /** One for each series, stacked on each other. */
  values: readonly number[]
  /** What a screen reader says of it. */
  said: string
  /** Where it leads; null for nowhere. */
  href: string | null
}
export type ChartSeries = 'filled' | 'outlined'

const looks: Record<ChartSeries, string> = {
  filled: 'fill-accent forced-colors:fill-[Highlight]',
  outlined:
    'fill-maybe-soft stroke-maybe stroke-[1.5] forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]',
}
const letterWidth = 6.4
const maxLabelWidth = 132
/** Between a label and its bar. */
const labelGap = 12
export const numberLook = 'fill-muted text-small forced-colors:fill-[CanvasText]'

/** How wide the labels beside rows are. */
export const toLabelWidth = (bars: readonly ChartBar[]): number =>
  Math.min(
    maxLabelWidth,
    Math.ceil(Math.max(0, ...bars.map(({ label }) => label.length)) * letterWidth) + labelGap,
  )

const clip = (label: string, letters: number) => {
  const all = [...label]
  return all.length > letters
    ? `${all
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`
    : label
}

type TickProps = { x?: number | string; y?: number | string; payload?: { value: unknown } }
type Ticks = { tick: TickProps; bars: readonly ChartBar[] }

/** The label of a row, cut where there is no room for it: the bar's own name is whole. */
export function RowTick({ tick, bars }: Ticks) {
  const bar = bars.find(({ key }) => key === tick.payload?.value)
  return (
    <text x={0} y={tick.y} dy="0.35em" className="fill-ink text-small forced-colors:fill-[CanvasText]">
      {clip(bar?.label ?? '', Math.floor((toLabelWidth(bars) - labelGap) / letterWidth))}
    </text>
  )
}

/** Room at the right for the numbers of columns. */
export const scaleWidth = 36

/** The label below a column; the first and the last stay within the drawing, and one between them where it has room. */
export function ColumnTick({ tick, bars, labelled }: Ticks & { labelled: readonly string[] }) {
  const room = (useChartWidth() ?? 0) - scaleWidth
  const at = bars.findIndex(({ key }) => key === tick.payload?.value)
  const last = bars.length - 1
  const labels = bars.filter(({ key }) => labelled.includes(key)).map(({ label }) => label)
  const needed = labels.join('').length * letterWidth + labels.length * labelGap + room / bars.length
  if (at > 0 && at < last && needed > room) return <g />
  const anchor = last === 0 ? 'middle' : at === 0 ? 'start' : at === last ? 'end' : 'middle'
  return (
    <text x={tick.x} y={tick.y} dy="0.9em" textAnchor={anchor} className={numberLook}>
      {bars[at]?.label}
    </text>
  )
}

type Shape = Omit<BarShapeProps, 'payload'> & { readonly payload?: ChartBar }

/** Room for the number at the end of a row. */
export const numberWidth = 48

// The whole stripe answers to the pointer, however short its bar.
function Stripe({ shape, rows, children }: { shape: Shape; rows: boolean; children: ReactNode }) {
  const { payload: bar, background } = shape
  if (!bar) return null
  const x = background?.x ?? shape.x
  const width = background?.width ?? shape.width
  const hit = (
    <rect
      x={rows ? 0 : x}
      y={background?.y ?? shape.y}
      width={rows ? x + width + numberWidth : width}
      height={background?.height ?? shape.height}
      rx="4"
      data-bar={bar.key}
      className="fill-transparent stroke-transparent group-focus-visible:stroke-accent group-focus-visible:stroke-2"
    >
      <title>{bar.said}</title>
    </rect>
  )
  if (bar.href === null) {
    return (
      <g>
        {children}
        {hit}
      </g>
    )
  }
  return (
    <a href={bar.href} data-routed aria-label={bar.said} className="group outline-none">
      <g className="group-hover:opacity-75">{children}</g>
      {hit}
    </a>
  )
}

type PieceProps = {
  shape: Shape
  rows: boolean
  look: ChartSeries
  /** It ends its bar, which is pressed as a whole. */
  ends: boolean
  number: (value: number) => string
}

/** One series of a bar; the last one holds the link and, in rows, the number. */
export function BarPiece({ shape, rows, look, ends, number }: PieceProps) {
  const { x, y, width, height, payload: bar } = shape
  const rect =
    width > 0 && height > 0 ? (
      <rect x={x} y={y} width={width} height={height} rx={rows ? 2 : 0} className={looks[look]} />
    ) : null
  if (!ends) return rect ?? <g />
  return (
    <Stripe shape={shape} rows={rows}>
      {rect}
      {rows && bar ? (
        <text x={x + width + 6} y={y + height / 2} dy="0.35em" className={numberLook}>
          {number(bar.values.reduce((sum, value) => sum + value, 0))}
        </text>
      ) : null}
    </Stripe>
  )
}
