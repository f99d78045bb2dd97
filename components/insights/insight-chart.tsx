'use client'

import { useState } from 'react'
import { BarChart } from '@/components/shared/bar-chart'
import type { ChartBar } from '@/components/shared/bar-shapes'
import { ChartTable } from '@/components/shared/chart-table'
import { useFormats } from '@/components/shared/use-formats'
import { useLocale } from '@/components/shared/use-locale'
import { Bdi } from '@/components/shared/text'
import { Link } from '@/components/ui/link'
import { getFacet } from '@/lib/contracts/facet-definitions'
import { getInsight, type InsightKey } from '@/lib/contracts/insight-definitions'
import type { Insight } from '@/lib/contracts/insights'
import type { View } from '@/lib/contracts/view'
import { getChoices, setChoices } from '@/lib/url/facet-choices'
import { jobPath, type JobRef } from '@/lib/url/paths'
import { barLabel } from './insight-words'

type Props = { insightKey: InsightKey; insight: Insight; jobRef: JobRef; view: View }

const linkLook = 'rounded-mark text-accent hover:underline'

/** One thing that is counted of the people of a view: drawn, and as a table. Each bar leads to its people in the list. */
export function InsightChart({ insightKey, insight, jobRef, view }: Props) {
  const { facet, bars, more, unknown, unit } = insight
  const { title, note } = getInsight(insightKey)
  const formats = useFormats()
  const locale = useLocale()
  const [pointed, setPointed] = useState<string | null>(null)
  const { number, people } = formats
  const over = unit !== undefined
  const toPath = (choices: readonly string[]) =>
    choices.length === 0 ? null : jobPath(jobRef, { ...view, ...setChoices(facet, choices) })
  const shown = [...bars, ...(unknown === null ? [] : [unknown])].map((bar, at): ChartBar => {
    const label = bar === unknown ? bar.label : barLabel(bar, unit, { day: formats.day, locale })
    return {
      key: `${at} ${bar.label}`,
      label,
      values: [bar.count],
      said: `${label}: ${people(bar.count)}`,
      href: toPath(bar.choices),
    }
  })
  const drawn = over ? shown.slice(0, bars.length) : shown
  const undrawn = over ? shown.slice(bars.length) : []
  const replaced = getChoices(view, facet).length > 0
  const heading = over ? (facet === 'applied' ? 'Applied' : 'Added') : title
  const notes = [
    note,
    over
      ? facet === 'applied'
        ? 'By the day of the application (UTC)'
        : 'By the day they were first loaded (UTC)'
      : null,
    replaced ? `A bar replaces the filter by ${getFacet(facet).label.toLowerCase()}` : null,
  ].filter((each) => each !== null && each !== undefined)
  const id = `insight-${insightKey}`
  return (
    <section
      aria-labelledby={id}
      className={`min-w-0 rounded-panel border border-line bg-panel px-4 py-3 text-note ${over ? 'col-span-full' : ''}`}
    >
      <h2 id={id} className="font-semibold">
        {heading}
      </h2>
      {bars.length === 0 ? (
        <p className="py-4 text-muted">Nothing known of these people.</p>
      ) : (
        <figure>
          <figcaption className="min-h-5 pb-1.5 text-small text-muted">
            {over ? (shown.find(({ key }) => key === pointed)?.said ?? notes.join('. ')) : notes.join('. ')}
          </figcaption>
          <BarChart
            direction={over ? 'columns' : 'rows'}
            bars={drawn}
            name={`${heading}, ${people(Math.max(...bars.map(({ count }) => count)))} at the most`}
            number={number}
            onPoint={over ? setPointed : undefined}
          />
          {more > 0 ? (
            <p className="mt-1 text-small text-muted">{number(more)} more, by the filter of the list</p>
          ) : null}
          {undrawn.map(({ key, said, href }) => (
            <p key={key} className="mt-1 text-small text-muted">
              {href === null ? (
                said
              ) : (
                <Link href={href} className={linkLook}>
                  {said}
                </Link>
              )}
            </p>
          ))}
          <ChartTable
            label={heading}
            columns={[heading, 'People']}
            rows={shown.map(({ key, label, values, href }) => ({
              key,
              cells: [
                href === null ? (
                  <Bdi key={key}>{label}</Bdi>
                ) : (
                  <Link key={key} href={href} className={linkLook}>
                    <Bdi>{label}</Bdi>
                  </Link>
                ),
                number(values[0] ?? 0),
              ],
            }))}
          />
        </figure>
      )}
    </section>
  )
}
