import { buttonLook } from '@/components/ui/button-look'
import { Link } from '@/components/ui/link'
import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import type { AuditFilter, AuditPage } from '@/lib/contracts/audit'
import { auditPath } from '@/lib/url/audit'
import { actionText, detailText } from './audit-words'

type Props = { page: AuditPage; filter: AuditFilter; /** It is the newest page. */ first: boolean }

/** The entries of the log, newest first. */
export function AuditList({ page: { entries, nextCursor }, filter, first }: Props) {
  if (entries.length === 0) {
    return (
      <p className="rounded-panel border border-line bg-panel px-4 py-6 text-center text-muted">
        No matching entries.
      </p>
    )
  }
  return (
    <>
      <ol
        aria-label="Entries"
        className="flex flex-col divide-y divide-line rounded-panel border border-line bg-panel text-note"
      >
        {entries.map(({ id, at, actorName, action, subject, detail, address }) => (
          <li key={id} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]">
            <span className="text-muted">
              <LocalTime iso={at} format="moment" />
            </span>
            <span className="min-w-0 wrap-anywhere">
              <span className="font-medium">
                <Bdi>{actorName}</Bdi>
              </span>{' '}
              {actionText(action)}
              {subject ? (
                <>
                  {' '}
                  <Bdi>{subject}</Bdi>
                </>
              ) : null}
              {Object.keys(detail).length > 0 ? (
                <span className="text-muted"> · {detailText(detail)}</span>
              ) : null}
            </span>
            <span className="text-muted">{address}</span>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {first ? null : (
          <Link href={auditPath(filter)} className={buttonLook('secondary')}>
            Newest
          </Link>
        )}
        {nextCursor ? (
          <Link href={auditPath(filter, nextCursor)} className={buttonLook('secondary')}>
            Older
          </Link>
        ) : null}
      </div>
    </>
  )
}
