import { RefreshCw } from 'lucide-react'
import { RatingBadge } from '@/components/shared/badges'
import { Absent, Bdi, Highlight } from '@/components/shared/text'
import { voteWords } from '@/components/shared/vote-words'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { formatMonthsShort } from '@/lib/domain/months'
import { currentRole, displayName } from '@/lib/domain/current-role'
import { excerpt } from '@/lib/domain/search'
import { hiddenMatch, type HiddenMatch } from '@/lib/domain/hidden-match'
import { AppliedTwice } from './applied-twice'
import { headlineInset, RowToggle } from './row-toggle'

type Props = { candidate: MarkedCandidate; terms: readonly string[] }

const places = { title: 'title', company: 'company', description: 'description' } as const

/** What a search found where the row does not show it: "in a 2019 job description". */
function hiddenWords({ where, year }: HiddenMatch): string {
  if (where === 'message') return 'in their message'
  if (where === 'education') return 'in their education'
  return `in a${year === null ? 'n undated' : ` ${year}`} job ${places[where]}`
}

const unread = 'The provider’s answer for this person could not be read. It is kept as it came.'
const forgotten = 'They applied, and everything else about them was erased.'

const headlineLook =
  'max-w-full min-w-0 truncate text-left text-note text-muted in-data-wrap:wrap-anywhere in-data-wrap:whitespace-normal'
const beside = 'shrink-0 rounded-mark px-1 text-small'

/** Name over headline. The name is the row's button: it opens the panel below. */
export function PersonCell({ candidate, terms, wrap }: Props & { wrap: boolean }) {
  const { applicationId, isNew, unreadable, erased, goneAt, votes, alsoHere } = candidate
  const hidden = hiddenMatch(candidate, terms)
  const text = candidate.headline ?? 'No headline'
  const alone = goneAt === null && !hidden && !votes && !alsoHere
  const headline = (
    <span
      dir="auto"
      className={`${headlineLook} ${alone ? headlineInset : ''} ${hidden ? 'compact:hidden' : ''}`}
    >
      {unreadable ? (
        erased ? (
          forgotten
        ) : (
          unread
        )
      ) : (
        <Highlight text={wrap ? text : excerpt(text, terms)} terms={terms} />
      )}
    </span>
  )
  return (
    <>
      {isNew ? (
        <span
          aria-hidden
          title="New since your last visit"
          className="absolute ms-[-0.4375rem] size-1.5 self-start rounded-full bg-accent forced-colors:bg-[Highlight]"
        />
      ) : null}
      <RowToggle applicationId={applicationId}>
        {isNew ? <span className="sr-only">New: </span> : null}
        <Bdi>
          <Highlight text={displayName(candidate)} terms={terms} />
        </Bdi>
      </RowToggle>
      {alone ? (
        headline
      ) : (
        <span className={`flex max-w-full min-w-0 items-baseline gap-1.5 ${headlineInset}`}>
          {headline}
          {goneAt === null ? null : (
            <span className={`${beside} border border-line text-muted`}>no longer listed</span>
          )}
          {alsoHere ? <AppliedTwice others={alsoHere} /> : null}
          {votes ? (
            <span
              title="Said by guests of a link"
              className={`${beside} bg-accent-soft font-medium text-accent`}
            >
              <span className="sr-only">Guests: </span>
              {voteWords(votes)}
            </span>
          ) : null}
          {hidden ? (
            <span className={`${beside} bg-mark/60 text-ink compact:shrink compact:truncate`}>
              {hiddenWords(hidden)}
            </span>
          ) : null}
        </span>
      )}
    </>
  )
}

/** The provider's rating, marked where it is another than at the reader's last visit. */
export function RatingCell({ candidate }: Pick<Props, 'candidate'>) {
  if (candidate.unreadable) return null
  const badge = <RatingBadge rating={candidate.rating} />
  if (!candidate.isRerated) return badge
  return (
    <span className="flex min-w-0 items-center gap-1">
      {badge}
      <span title="Rated otherwise since your last visit" className="text-accent">
        <RefreshCw aria-hidden className="size-3.5" />
        <span className="sr-only">rated otherwise since your last visit</span>
      </span>
    </span>
  )
}

const titleLook =
  'col-span-full truncate text-left font-medium card:max-w-[60%] card:shrink-0 compact:max-w-[60%] compact:shrink-0'

/** The current title over company and length; the latest job, marked as past, for someone between jobs. */
export function NowCell({ candidate, terms }: Props) {
  const role = currentRole(candidate)
  if (!role) {
    return candidate.unreadable ? null : (
      <span className="col-span-full truncate text-note text-muted">No jobs listed</span>
    )
  }
  const { title, company, months, monthsMax } = role.experience
  const length = months === null ? null : formatMonthsShort(months, monthsMax)
  const name = <Highlight text={title ?? 'No title'} terms={terms} />
  return (
    <>
      {role.current ? (
        <span dir="auto" className={titleLook}>
          {name}
        </span>
      ) : (
        <span className={titleLook}>
          <span className="font-normal text-muted">Last: </span>
          <bdi>{name}</bdi>
        </span>
      )}
      <span dir="auto" className="truncate text-left text-note text-muted">
        <Highlight text={company ?? 'No company'} terms={terms} />
      </span>
      {length === null ? null : (
        <span className="text-note whitespace-nowrap text-muted compact:hidden">· {length}</span>
      )}
    </>
  )
}

export function ExperienceCell({
  candidate: { totalMonths, totalMonthsMax, unreadable },
}: Pick<Props, 'candidate'>) {
  if (totalMonths === null) {
    return unreadable ? null : <span className="text-note text-muted">Unknown</span>
  }
  return <>{formatMonthsShort(totalMonths, totalMonthsMax)}</>
}

export function LocationCell({ candidate, terms }: Props) {
  if (candidate.location === null) {
    return candidate.unreadable ? null : <Absent>Not given</Absent>
  }
  return (
    <span dir="auto" className="block truncate text-left">
      <Highlight text={candidate.location} terms={terms} />
    </span>
  )
}
