import { ChevronRight } from 'lucide-react'
import { Bdi, Highlight } from '@/components/ui/text'
import type { Candidate } from '@/lib/contracts/candidate'
import { formatMonthsShort } from '@/lib/domain/months'
import { currentRole, displayName } from './current-role'
import { RowToggle } from './row-toggle'

type Props = { candidate: Candidate; terms: readonly string[] }

/** Name over headline. The name is the row's button: it opens the panel below. */
export function PersonCell({ candidate, terms }: Props) {
  const headline = candidate.unreadable
    ? 'The provider’s answer for this person could not be read. It is kept as it came.'
    : candidate.headline
  return (
    <div className="flex min-w-0 flex-1 items-start gap-2">
      <ChevronRight
        aria-hidden
        className="mt-0.5 size-4 shrink-0 text-faint transition-transform duration-quick group-data-open/row:rotate-90 rtl:-scale-x-100 card:hidden"
      />
      <div className="min-w-0 flex-1">
        <RowToggle applicationId={candidate.applicationId}>
          <Bdi>
            <Highlight text={displayName(candidate)} terms={terms} />
          </Bdi>
        </RowToggle>
        <div className="truncate text-note text-muted">
          {headline ? (
            <Bdi>
              <Highlight text={headline} terms={candidate.unreadable ? [] : terms} />
            </Bdi>
          ) : (
            <span className="text-faint">No headline</span>
          )}
        </div>
      </div>
    </div>
  )
}

/** The current title over company and length; the latest job, marked as past, for someone between jobs. */
export function NowCell({ candidate, terms }: Props) {
  const role = currentRole(candidate)
  if (!role) return candidate.unreadable ? null : <span className="text-note text-faint">No jobs listed</span>
  const { title, company, months, monthsMax } = role.experience
  const length = months === null ? null : formatMonthsShort(months, monthsMax)
  return (
    <div className="min-w-0 card:flex card:gap-1.5">
      <div className="truncate font-medium card:max-w-[60%] card:shrink-0">
        {role.current ? null : <span className="font-normal text-muted">Last: </span>}
        <Bdi>
          <Highlight text={title ?? 'No title'} terms={terms} />
        </Bdi>
      </div>
      <div className="flex min-w-0 gap-1 text-note text-muted">
        <span className="hidden card:inline" aria-hidden>
          ·
        </span>
        <span className="truncate">
          <Bdi>
            <Highlight text={company ?? 'No company'} terms={terms} />
          </Bdi>
        </span>
        {length === null ? null : <span className="shrink-0 whitespace-nowrap">· {length}</span>}
      </div>
    </div>
  )
}

export function ExperienceCell({
  candidate: { totalMonths, totalMonthsMax, unreadable },
}: Pick<Props, 'candidate'>) {
  if (totalMonths === null) {
    return unreadable ? null : <span className="text-note text-faint">Unknown</span>
  }
  return <span className="whitespace-nowrap">{formatMonthsShort(totalMonths, totalMonthsMax)}</span>
}

export function LocationCell({ candidate, terms }: Props) {
  if (candidate.location === null) {
    return candidate.unreadable ? null : <span className="text-note text-faint">Not given</span>
  }
  return (
    <span className="truncate">
      <Bdi>
        <Highlight text={candidate.location} terms={terms} />
      </Bdi>
    </span>
  )
}
