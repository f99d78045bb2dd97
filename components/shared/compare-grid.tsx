import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Absent, Bdi } from './text'
import type { Fact } from './compare-facts'

// Written out, since class names are found in the source.
const widths: Record<number, string> = {
  2: 'sm:grid-cols-2',
  3: 'sm:grid-cols-2 lg:grid-cols-3',
  4: 'sm:grid-cols-2 xl:grid-cols-4',
}

export type Column<P> = {
  key: string
  person: P
  name: string
  headline: string | null
  /** Below the name. */
  lead?: ReactNode
  /** After the facts. */
  after?: ReactNode
  onDrop: () => void
}
type Props<P, Context> = {
  columns: readonly Column<P>[]
  facts: readonly Fact<P, Context>[]
  context: Context
  /** Says of each fact whether it is the same for all of them. */
  marksDifferences?: boolean
}

function Difference({ same }: { same: boolean }) {
  return same ? (
    <span className="ms-1.5 text-small text-faint">same for all</span>
  ) : (
    <span className="ms-1.5 rounded-mark bg-mark px-1 text-small text-ink">differs</span>
  )
}

/** A few people side by side, fact by fact; one below the other on a phone. */
export function CompareGrid<P, Context>({ columns, facts, context, marksDifferences }: Props<P, Context>) {
  const sameness = facts.map(({ same }) =>
    same ? new Set(columns.map(({ person }) => same(person, context))).size === 1 : null,
  )
  const rows = facts.length + (columns.some(({ after }) => after !== undefined) ? 2 : 1)
  return (
    <div className={`mt-3 grid gap-4 ${widths[columns.length] ?? ''}`}>
      {columns.map(({ key, person, name, headline, lead, after, onDrop }) => (
        <article
          key={key}
          aria-label={name}
          style={{ gridRow: `span ${rows}` }}
          className="grid min-w-0 grid-rows-subgrid gap-y-0 rounded-panel border border-line bg-panel"
        >
          <header className="min-w-0 p-4 pb-2">
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <h3 className="font-semibold wrap-anywhere">
                  <Bdi>{name}</Bdi>
                </h3>
                <p dir="auto" className="text-left text-note wrap-anywhere text-muted">
                  {headline ?? 'No headline'}
                </p>
              </div>
              <button
                type="button"
                aria-label={`Take ${name} out of the comparison`}
                onClick={onDrop}
                className="grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink"
              >
                <X aria-hidden className="size-4" />
              </button>
            </div>
            {lead}
          </header>
          <dl style={{ gridRow: `span ${facts.length}` }} className="grid min-w-0 grid-rows-subgrid gap-y-0">
            {facts.map(({ name: fact, of }, at) => (
              <div key={fact} className="min-w-0 border-t border-line px-4 py-2.5">
                <dt className="text-small text-muted">
                  {fact}
                  {marksDifferences && sameness[at] !== null ? (
                    <Difference same={sameness[at] === true} />
                  ) : null}
                </dt>
                <dd className="mt-0.5 wrap-anywhere">{of(person, context) ?? <Absent>Not known</Absent>}</dd>
              </div>
            ))}
          </dl>
          {after === undefined ? null : <div className="min-w-0 border-t border-line px-4 py-3">{after}</div>}
        </article>
      ))}
    </div>
  )
}
