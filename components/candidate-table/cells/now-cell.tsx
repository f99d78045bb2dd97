import { highlight } from '@/components/shared/text'
import { currentRole } from '@/lib/domain/current-role'
import { formatMonthsShort } from '@/lib/domain/months'
import type { CellProps } from './cell'

/** The current title over company and length; the latest job, marked as past, for someone between jobs. */
export function NowCell({ candidate, meta: { terms } }: CellProps) {
  const role = currentRole(candidate)
  if (!role) {
    return candidate.unreadable ? null : (
      <span className="col-span-full truncate text-note text-muted">No jobs listed</span>
    )
  }
  const { title, company, months, monthsMax } = role.experience
  const length = months === null ? null : formatMonthsShort(months, monthsMax)
  const name = highlight(title ?? 'No title', terms)
  return (
    <>
      {role.current ? (
        <span dir="auto" className="now-title">
          {name}
        </span>
      ) : (
        <span className="now-title">
          <span className="font-normal text-muted">Last: </span>
          <bdi>{name}</bdi>
        </span>
      )}
      <span dir="auto" className="truncate text-left text-note text-muted">
        {highlight(company ?? 'No company', terms)}
      </span>
      {length === null ? null : (
        <span className="text-note whitespace-nowrap text-muted compact:hidden">· {length}</span>
      )}
    </>
  )
}
