'use client'

import { Bar, BarChart as Chart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import {
  BarPiece,
  type ChartBar,
  type ChartSeries,
  ColumnTick,
  numberLook,
  numberWidth,
  RowTick,
  scaleWidth,
  toLabelWidth,
} from './bar-shapes'

type Props = {
  /** Bars from the left, one below the other, or from below, side by side. */
  direction: 'rows' | 'columns'
  bars: readonly ChartBar[]
  series?: readonly ChartSeries[]
  /** The drawing in a sentence. */
  name: string
  /** A number in the reader's manner. */
  number: (value: number) => string
  /** Which bar the pointer is over. */
  onPoint?: (key: string | null) => void
}

const rowHeight = 28
const columnsHeight = 132
const plain = { tickLine: false, axisLine: false } as const

/** The next round number above: 1, 2, 5, 10, 20, 50 … */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  const factor = [1, 2, 5, 10].find((each) => each * power >= value) ?? 10
  return factor * power
}

const margins = {
  rows: { top: 2, right: numberWidth, bottom: 2, left: 0 },
  columns: { top: 6, right: 0, bottom: 0, left: 0 },
}

/**
 * Bars that lead somewhere are links within a named group; others are one picture. A table with the same numbers belongs
 * behind each drawing.
 */
export function BarChart({ direction, bars, series = ['filled'], name, number, onPoint }: Props) {
  const rows = direction === 'rows'
  const most = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)))
  const top = rows ? most : roundAbove(most)
  const height = rows ? bars.length * rowHeight + 4 : columnsHeight
  const last = bars.length - 1
  const marked = [...new Set([0, Math.floor(last / 2), last])].map((at) => bars[at]?.key ?? '')
  const point = (target: EventTarget) =>
    onPoint?.(target instanceof Element ? target.getAttribute('data-bar') : null)
  return (
    <div
      role={bars.some(({ href }) => href !== null) ? 'group' : 'img'}
      aria-label={name}
      style={{ height }}
      onPointerOver={(event) => point(event.target)}
      onPointerLeave={() => onPoint?.(null)}
    >
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 320, height }}>
        <Chart
          data={bars.map((bar) => ({ ...bar }))}
          layout={rows ? 'vertical' : 'horizontal'}
          margin={margins[direction]}
          barCategoryGap={rows ? 6 : '14%'}
          accessibilityLayer={false}
        >
          {rows ? null : <CartesianGrid vertical={false} stroke="var(--line)" />}
          {rows ? (
            <XAxis type="number" hide domain={[0, top]} />
          ) : (
            <XAxis
              dataKey="key"
              tick={(tick) => <ColumnTick tick={tick} bars={bars} labelled={marked} />}
              tickLine={false}
              axisLine={{ stroke: 'var(--edge)' }}
              ticks={marked}
              interval={0}
              height={20}
            />
          )}
          {rows ? (
            <YAxis
              type="category"
              dataKey="key"
              tick={(tick) => <RowTick tick={tick} bars={bars} />}
              interval={0}
              width={toLabelWidth(bars)}
              {...plain}
            />
          ) : (
            <YAxis
              orientation="right"
              domain={[0, top]}
              ticks={[0, top]}
              tickFormatter={number}
              tick={{ className: numberLook }}
              width={scaleWidth}
              {...plain}
            />
          )}
          {series.map((look, at) => (
            <Bar
              key={at}
              dataKey={(bar: ChartBar) => bar.values[at] ?? 0}
              stackId="all"
              isAnimationActive={false}
              // One day alone is a bar and no block.
              maxBarSize={rows ? undefined : 48}
              // However few, they are seen.
              minPointSize={(value) => (Number(value) > 0 ? 2 : 0)}
              shape={(shape) => (
                <BarPiece {...{ shape, rows, look, number }} ends={at === series.length - 1} />
              )}
            />
          ))}
        </Chart>
      </ResponsiveContainer>
    </div>
  )
}
