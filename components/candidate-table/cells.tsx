import { ChevronRight, RefreshCw } from 'lucide-react'
import { RatingBadge } from '@/components/ui/badges'
import { Bdi, Highlight } from '@/components/ui/text'
import type { Candidate } from '@/lib/contracts/candidate'
import { formatMonthsShort } from '@/lib/domain/months'
import { currentRole, displayName } from '@/lib/domain/current-role'
import { hiddenMatch, type HiddenMatch } from '@/lib/domain/hidden-match'
import { RowToggle } from './row-toggle'

type Props = { candidate: Candidate; terms: readonly string[] }

const places = { title: 'title', company: 'company', description: 'description' } as const

/** What a search found where the row does not show it: "in a 2019 job description". */
function hiddenWords({ where, year }: HiddenMatch): string {
  if (where === 'message') return 'in their message'
  return `in a${year === null ? 'n undated' : ` ${year}`} job ${places[where]}`
}

const unread = 'The provider’s answer for this person could not be read. It is kept as it came.'

/** Name over headline. The name is the row's button: it opens the panel below. */
export function PersonCell({ candidate, terms }: Props) {
  const headline = candidate.unreadable ? unread : candidate.headline
  const hidden = hiddenMatch(candidate, terms)
  return (
    <div className="flex min-w-0 flex-1 items-start gap-1.5 compact:items-center">
      {candidate.isNew ? (
        <span
          aria-hidden
          title="New since your last visit"
          className="absolute ms-[-0.625rem] mt-1.5 size-2 rounded-full bg-accent forced-colors:bg-[Highlight] card:static card:ms-0"
        />
      ) : null}
      <ChevronRight
        aria-hidden
        className="mt-0.5 size-4 shrink-0 text-faint transition-transform duration-quick group-data-open/row:rotate-90 rtl:-scale-x-100 card:hidden compact:mt-0"
      />
      <div className="min-w-0 flex-1 compact:flex compact:gap-2">
        <div className="min-w-0 compact:max-w-[55%] compact:shrink-0">
          <RowToggle applicationId={candidate.applicationId}>
            {candidate.isNew ? <span className="sr-only">New: </span> : null}
            <Bdi>
              <Highlight text={displayName(candidate)} terms={terms} />
            </Bdi>
          </RowToggle>
        </div>
        <div className="flex min-w-0 items-baseline gap-1.5 overflow-hidden text-note text-muted">
          <span
            dir="auto"
            className={`min-w-0 truncate text-left in-data-wrap:wrap-anywhere in-data-wrap:whitespace-normal ${hidden ? 'compact:hidden' : ''}`}
          >
            {headline ? (
              <Highlight text={headline} terms={candidate.unreadable ? [] : terms} />
            ) : (
              'No headline'
            )}
          </span>
          {candidate.goneAt === null ? null : (
            <span className="shrink-0 rounded border border-line px-1 text-small text-muted">
              no longer listed
            </span>
          )}
          {hidden ? (
            <span className="shrink-0 rounded bg-mark/60 px-1 text-small text-ink compact:shrink compact:truncate">
              {hiddenWords(hidden)}
            </span>
          ) : null}
        </div>
      </div>
    </div>
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

/** The current title over company and length; the latest job, marked as past, for someone between jobs. */
export function NowCell({ candidate, terms }: Props) {
  const role = currentRole(candidate)
  if (!role) return candidate.unreadable ? null : <span className="text-note text-muted">No jobs listed</span>
  const { title, company, months, monthsMax } = role.experience
  const length = months === null ? null : formatMonthsShort(months, monthsMax)
  return (
    <div className="min-w-0 card:flex card:gap-1.5 compact:flex compact:gap-1.5">
      <div className="truncate font-medium card:max-w-[60%] card:shrink-0 compact:max-w-[60%] compact:shrink-0">
        {role.current ? null : <span className="font-normal text-muted">Last: </span>}
        <Bdi>
          <Highlight text={title ?? 'No title'} terms={terms} />
        </Bdi>
      </div>
      <div className="flex min-w-0 gap-1 text-note text-muted">
        <span className="hidden card:inline compact:inline" aria-hidden>
          ·
        </span>
        <span dir="auto" className="truncate text-left">
          <Highlight text={company ?? 'No company'} terms={terms} />
        </span>
        {length === null ? null : (
          <span className="shrink-0 whitespace-nowrap compact:hidden">· {length}</span>
        )}
      </div>
    </div>
  )
}

export function ExperienceCell({
  candidate: { totalMonths, totalMonthsMax, unreadable },
}: Pick<Props, 'candidate'>) {
  if (totalMonths === null) {
    return unreadable ? null : <span className="text-note text-muted">Unknown</span>
  }
  return <span className="whitespace-nowrap">{formatMonthsShort(totalMonths, totalMonthsMax)}</span>
}

export function LocationCell({ candidate, terms }: Props) {
  if (candidate.location === null) {
    return candidate.unreadable ? null : <span className="text-note text-muted">Not given</span>
  }
  return (
    <span dir="auto" className="truncate text-left">
      <Highlight text={candidate.location} terms={terms} />
    </span>
  )
}
