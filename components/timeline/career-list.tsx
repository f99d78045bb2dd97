import { Fragment } from 'react'
import { Bdi, Highlight } from '@/components/shared/text'
import type { Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import { formatMonths } from '@/lib/domain/months'
import { toMonths } from '@/lib/domain/tenure'
import type { Role, Timeline, TimelineItem } from '@/lib/domain/timeline'
import { FoldedText } from './folded-text'
import { useMark } from './mark-context'
import { OutsideLink } from '@/components/shared/outside-link'

type Company = Extract<TimelineItem, { kind: 'company' }>
type Shared = { asOf: Month; terms: readonly string[] }

const inWords = (count: number) => `${count} ${count === 1 ? 'month' : 'months'}`

// The line runs from this entry's dot to the middle of the next one's; the last entry has none. Lines and dots are
// borders, which stay where a reader forces the colours.
const rail = (last: boolean) =>
  `relative ps-6 ${last ? '' : 'after:absolute after:start-[5px] after:top-2 after:-bottom-6 after:border-s-2 after:border-line'}`
const dot = (current: boolean) =>
  `before:absolute before:start-0 before:top-1 before:z-1 before:size-3 before:rounded-full before:border-2 ${
    current ? 'before:border-accent before:bg-accent' : 'before:border-edge before:bg-soft'
  }`
const smallDot =
  'before:absolute before:start-[3px] before:top-1.5 before:z-1 before:size-1.5 before:rounded-full before:border-[3px] before:border-edge/60'

function Dates({ role: { experience, overlapMonths }, asOf }: { role: Role; asOf: Month }) {
  const { dateRange } = experience
  const length = toMonths(experience, asOf)
  const facts = [
    length ? formatMonths(length.min, length.max) : 'length unknown, left out of the sum',
    overlapMonths > 0 ? `overlaps ${inWords(overlapMonths)}` : null,
  ].filter((fact) => fact !== null)
  return (
    <p className="text-note wrap-anywhere text-muted">
      {dateRange === null ? 'No dates given' : <Bdi>{dateRange}</Bdi>}
      {facts.map((fact) => (
        <Fragment key={fact}>
          {' · '}
          <span className="inline-block">{fact}</span>
        </Fragment>
      ))}
    </p>
  )
}

function CompanyName({ item, terms }: { item: Company } & Pick<Shared, 'terms'>) {
  if (item.company === null) return <>a company not named</>
  const name = (
    <Bdi>
      <Highlight text={item.company} terms={terms} />
    </Bdi>
  )
  if (item.companyUrl === null) return name
  return (
    <OutsideLink href={item.companyUrl} className="group/link rounded-mark hover:text-accent">
      <span className="underline decoration-edge/50 underline-offset-2 group-hover/link:decoration-accent">
        {name}
      </span>
    </OutsideLink>
  )
}

type RoleProps = { role: Role; at: Company | null; job: number } & Shared

function RoleBlock({ role, at, job, asOf, terms }: RoleProps) {
  const { title, current, description } = role.experience
  const { marked, handlers } = useMark(job)
  return (
    <div
      {...handlers}
      data-marked={marked}
      className={`-mx-2 -my-1 rounded-control px-2 py-1 ${marked ? 'bg-accent-soft' : ''}`}
    >
      <p className="wrap-anywhere">
        <Bdi>
          <span className="font-semibold">
            {title === null ? 'No title given' : <Highlight text={title} terms={terms} />}
          </span>
        </Bdi>
        {at ? (
          <span className="text-muted">
            {' at '}
            <CompanyName item={at} terms={terms} />
          </span>
        ) : null}
        {current ? (
          <span className="ms-2 rounded-mark border border-accent/25 bg-accent-soft px-1.5 text-small font-medium whitespace-nowrap text-accent">
            Now
          </span>
        ) : null}
      </p>
      <Dates role={role} asOf={asOf} />
      {description === null ? null : (
        <FoldedText text={description} terms={terms} fold="few" what={title ?? 'this job'} />
      )}
    </div>
  )
}

type ItemProps = {
  item: Company
  first: boolean
  last: boolean
  getPlace: (role: Role) => number
} & Shared

function CompanyItem({ item, first, last, getPlace, asOf, terms }: ItemProps) {
  const { roles, months } = item
  const [only] = roles
  if (only && roles.length === 1) {
    return (
      <li className={`${rail(last)} ${dot(only.experience.current)}`}>
        <RoleBlock role={only} at={item} job={getPlace(only)} asOf={asOf} terms={terms} />
      </li>
    )
  }
  return (
    <li>
      {/* The line passes by the company’s name, unless nothing comes before it. */}
      <p className={`wrap-anywhere text-muted ${rail(first)}`}>
        <span className="font-semibold">
          <CompanyName item={item} terms={terms} />
        </span>
        {` · ${roles.length} roles`}
        {months ? (
          <>
            {' · '}
            <span className="whitespace-nowrap">{formatMonths(months.min, months.max)}</span>
          </>
        ) : null}
      </p>
      <ul className="mt-2 flex flex-col gap-3">
        {roles.map((role, at) => (
          <li key={at} className={`${rail(last && at === roles.length - 1)} ${dot(role.experience.current)}`}>
            <RoleBlock role={role} at={null} job={getPlace(role)} asOf={asOf} terms={terms} />
          </li>
        ))}
      </ul>
    </li>
  )
}

const gapText = ({ min, max }: { min: number; max: number }) =>
  `Gap: ${max < 12 && min === max ? inWords(min) : formatMonths(min, max)}`

type Props = {
  timeline: Timeline
  /** In the provider's order, in which the drawing names them. */
  experiences: readonly Experience[]
} & Shared

/** Jobs newest first, roles at one company together, and the time between jobs, stated and not judged. */
export function CareerList({ timeline: { items }, experiences, asOf, terms }: Props) {
  const getPlace = ({ experience }: Role) => experiences.indexOf(experience)
  if (items.length === 0) return <p className="text-muted">No jobs are listed in this application.</p>
  return (
    <ol className="flex flex-col gap-4">
      {items.map((item, at) =>
        item.kind === 'gap' ? (
          <li key={at} className={`text-note text-muted ${rail(false)} ${smallDot}`}>
            {gapText(item.months)}
          </li>
        ) : (
          <CompanyItem
            key={at}
            item={item}
            first={at === 0}
            last={at === items.length - 1}
            getPlace={getPlace}
            asOf={asOf}
            terms={terms}
          />
        ),
      )}
    </ol>
  )
}
