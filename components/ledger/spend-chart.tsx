'use client'

import { useState } from 'react'
import { type Formats, useFormats } from '@/components/shared/use-formats'
import type { CreditsPage } from '@/lib/contracts/credits'
import { creditsText } from '@/lib/domain/credits'

type Day = CreditsPage['totals']['byDay'][number]
type Props = { days: Day[]; onPick: (day: string) => void }

const height = 100
const bar = { start: 0.14, width: 0.72 }
const spentOn = ({ consumed, held }: Day) => consumed + held

/** The next round number above: 1, 2, 5, 10, 20, 50 … */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  const factor = [1, 2, 5, 10].find((each) => each * power >= value) ?? 10
  return factor * power
}

const saidIn =
  ({ number, day: dayText }: Formats) =>
  (day: Day) =>
    `${dayText(day.day)}: ${creditsText(day.consumed, number)} charged${
      day.held > 0 ? `, ${number(day.held)} held or possibly charged` : ''
    }`

/** What each day may not hide: however little was spent, it is seen. */
const tall = (credits: number, top: number) => (credits === 0 ? 0 : Math.max(2, (credits / top) * height))

/** Spending day by day: filled what the provider stated, outlined on top what is held or was possibly charged. */
export function SpendChart({ days, onPick }: Props) {
  const [pointed, setPointed] = useState<number | null>(null)
  const formats = useFormats()
  const { number, day: dayText } = formats
  const said = saidIn(formats)
  const busiestDay = days.reduce<Day | null>((a, b) => (a && spentOn(a) >= spentOn(b) ? a : b), null)
  const top = roundAbove(busiestDay ? spentOn(busiestDay) : 1)
  const charged = days.reduce((sum, { consumed }) => sum + consumed, 0)
  const [first, last] = [days.at(0), days.at(-1)]
  const shown = pointed === null ? null : days[pointed]
  if (!first || !last || !busiestDay || spentOn(busiestDay) === 0) {
    return <p className="py-6 text-note text-muted">Nothing was spent in the last {days.length} days.</p>
  }
  return (
    <figure>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-note text-muted">
        <span>{shown ? said(shown) : `Most on ${said(busiestDay)}`}</span>
        <span className="flex gap-3">
          <Key look="bg-accent forced-colors:bg-[Highlight]">Charged</Key>
          <Key look="border-[1.5px] border-maybe bg-maybe-soft">Held or possibly charged</Key>
        </span>
      </figcaption>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)_auto] gap-x-2">
        <svg
          role="img"
          aria-label={`Credits a day from ${dayText(first.day)} to ${dayText(last.day)}: ${creditsText(charged, number)} charged, most on ${said(busiestDay)}`}
          viewBox={`0 0 ${days.length} ${height}`}
          preserveAspectRatio="none"
          shapeRendering="crispEdges"
          className="h-28 w-full overflow-visible"
          onPointerLeave={() => setPointed(null)}
        >
          {[0, height / 2, height].map((y) => (
            <line
              key={y}
              x1="0"
              x2={days.length}
              y1={y}
              y2={y}
              vectorEffect="non-scaling-stroke"
              className={y === height ? 'stroke-edge/60' : 'stroke-line'}
            />
          ))}
          {days.map((day, at) => {
            const stated = tall(day.consumed, top)
            const held = tall(day.held, top)
            const x = at + bar.start
            return (
              <g key={day.day} opacity={pointed === null || pointed === at ? 1 : 0.55}>
                {stated > 0 ? (
                  <rect
                    x={x}
                    y={height - stated}
                    width={bar.width}
                    height={stated}
                    className="fill-accent forced-colors:fill-[Highlight]"
                  />
                ) : null}
                {held > 0 ? (
                  <rect
                    x={x}
                    y={height - stated - held}
                    width={bar.width}
                    height={held}
                    vectorEffect="non-scaling-stroke"
                    strokeWidth="1.5"
                    className="fill-maybe-soft stroke-maybe forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
                  />
                ) : null}
                {/* The whole height answers to the pointer, however low the bar. */}
                <rect
                  x={at}
                  y="0"
                  width="1"
                  height={height}
                  fill="transparent"
                  onPointerEnter={() => setPointed(at)}
                />
              </g>
            )
          })}
        </svg>
        <div aria-hidden className="flex flex-col justify-between text-small leading-none text-muted">
          <span>{number(top)}</span>
          <span>0</span>
        </div>
        <div aria-hidden className="mt-1 flex justify-between text-small text-muted">
          <span>{dayText(first.day)}</span>
          <span>{dayText(days[Math.floor(days.length / 2)]?.day ?? first.day)}</span>
          <span>{dayText(last.day)}</span>
        </div>
      </div>
      <details className="mt-2 text-note">
        <summary className="w-fit rounded-mark text-muted hover:text-ink">As a table</summary>
        <DayTable days={days} onPick={onPick} />
      </details>
    </figure>
  )
}

const Key = ({ look, children }: { look: string; children: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span aria-hidden className={`size-2.5 ${look}`} />
    {children}
  </span>
)

/** The same in numbers, newest first; days without spending are not worth a line. */
function DayTable({ days, onPick }: Props) {
  const { number, day: dayText } = useFormats()
  return (
    <div className="mt-1 max-h-64 overflow-y-auto" tabIndex={0} role="region" aria-label="Spending by day">
      <table className="w-full max-w-md">
        <thead className="sticky top-0 bg-panel text-start text-muted">
          <tr>
            <th className="py-1 text-start font-normal">Day, UTC</th>
            <th className="py-1 text-end font-normal">Calls</th>
            <th className="py-1 text-end font-normal">Charged</th>
            <th className="py-1 text-end font-normal">Held or possibly</th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ entries }) => entries > 0)
            .toReversed()
            .map(({ day, entries, consumed, held }) => (
              <tr key={day} className="border-t border-line">
                <td>
                  <button
                    type="button"
                    onClick={() => onPick(day)}
                    className="min-h-6 rounded-mark text-accent hover:underline"
                  >
                    {dayText(day)}
                  </button>
                </td>
                <td className="text-end">{number(entries)}</td>
                <td className="text-end">{number(consumed)}</td>
                <td className="text-end">{number(held)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
