import { ExternalLink } from 'lucide-react'
import { Bdi, Highlight } from '@/components/ui/text'
import { formatMonths } from '@/lib/domain/months'
import type { Role, Timeline, TimelineItem } from '@/lib/domain/timeline'
import { FoldedText } from './folded-text'

type Terms = { terms: readonly string[] }

const months = (count: number) => `${count} ${count === 1 ? 'month' : 'months'}`

function Dates({ role: { experience, overlapMonths } }: { role: Role }) {
  const { dateRange, months: min, monthsMax } = experience
  const facts = [
    dateRange ? <Bdi key="dates">{dateRange}</Bdi> : <span key="dates">No dates given</span>,
    min !== null ? <span key="length">{formatMonths(min, monthsMax)}</span> : null,
    min === null && dateRange ? <span key="unread">length unknown, left out of the sum</span> : null,
    overlapMonths > 0 ? <span key="overlap">{months(overlapMonths)} alongside another job</span> : null,
  ].filter((fact) => fact !== null)
  return <p className="text-note text-muted">{facts.map((fact, at) => [at > 0 ? ' · ' : null, fact])}</p>
}

const dot = (current: boolean) =>
  `relative before:absolute before:-start-6 before:top-1 before:size-3 before:rounded-full before:border-2 ${
    current ? 'before:border-accent before:bg-accent' : 'before:border-edge before:bg-panel'
  }`

function RoleBlock({ role, terms }: { role: Role } & Terms) {
  const { title, current, description } = role.experience
  return (
    <>
      <p className="font-semibold break-words">
        <Bdi>
          <Highlight text={title ?? 'No title'} terms={terms} />
        </Bdi>
        {current ? (
          <span className="ms-2 rounded bg-accent-soft px-1.5 py-0.5 text-small font-medium text-accent">
            Now
          </span>
        ) : null}
      </p>
      <Dates role={role} />
      {description ? <FoldedText text={description} terms={terms} /> : null}
    </>
  )
}

function CompanyName({ item, terms }: { item: Extract<TimelineItem, { kind: 'company' }> } & Terms) {
  const name = (
    <Bdi>
      <Highlight text={item.company ?? 'No company given'} terms={terms} />
    </Bdi>
  )
  if (!item.companyUrl) return name
  return (
    <a
      href={item.companyUrl}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="rounded underline decoration-edge/50 underline-offset-2 hover:text-accent"
    >
      {name}
      <ExternalLink aria-hidden className="ms-1 inline size-3 align-baseline" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}

function CompanyItem({ item, terms }: { item: Extract<TimelineItem, { kind: 'company' }> } & Terms) {
  const [only, ...others] = item.roles
  if (only && others.length === 0) {
    return (
      <li className={dot(only.experience.current)}>
        <p className="order-last text-note text-muted">
          <CompanyName item={item} terms={terms} />
        </p>
        <RoleBlock role={only} terms={terms} />
      </li>
    )
  }
  return (
    <li>
      <p className="text-note text-muted">
        <CompanyName item={item} terms={terms} />
        {item.months ? ` · ${formatMonths(item.months.min, item.months.max)} in all` : ''}
      </p>
      <ul className="mt-1.5 flex flex-col gap-3">
        {item.roles.map((role, at) => (
          <li key={at} className={dot(role.experience.current)}>
            <RoleBlock role={role} terms={terms} />
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Jobs newest first, roles at one company together, and the time between jobs, stated and not judged. */
export function CareerList({ timeline, terms }: { timeline: Timeline } & Terms) {
  if (timeline.items.length === 0) return <p className="text-muted">They listed no jobs.</p>
  return (
    <ol className="ms-1.5 flex flex-col gap-4 border-s-2 border-line ps-[1.05rem]">
      {timeline.items.map((item, at) =>
        item.kind === 'gap' ? (
          <li key={at} className="text-note text-muted">
            {item.months.min === item.months.max
              ? `${months(item.months.min)} between jobs`
              : `${item.months.min} to ${months(item.months.max)} between jobs`}
          </li>
        ) : (
          <CompanyItem key={at} item={item} terms={terms} />
        ),
      )}
    </ol>
  )
}
