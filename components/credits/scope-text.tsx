import type { ReactNode } from 'react'
import { useFormats } from '@/components/shared/use-formats'
import { LocalTime } from '@/components/shared/local-time'
import type { Job } from '@/lib/contracts/job'
import { missingText } from '@/lib/domain/list-words'

type Props = {
  job: Job
  matched: number
  filtered: boolean
}

function N({ children }: { children: number }) {
  const { number } = useFormats()
  return <b className="font-semibold text-ink">{number(children)}</b>
}

/** Shown whole or not at all: where a line ends before it, it stays for those who listen. On a phone it has a line to itself. */
const Part = ({ children, className = '' }: { children: ReactNode; className?: string }) => (
  <span className={`whitespace-nowrap card:block card:whitespace-normal ${className}`}>{children}</span>
)

/** A part after the first. */
const Next = ({ children, className }: { children: ReactNode; className?: string }) => (
  <>
    {' '}
    <Part className={className}>
      <span aria-hidden className="card:hidden">
        {'· '}
      </span>
      {children}
    </Part>
  </>
)

/** A word that a phone has no room for: it is heard there, and not drawn. */
const Implied = ({ children }: { children: string }) => <span className="card:sr-only">{children}</span>

/** How much of the whole the reader is looking at, in words: every number with its scope. */
export function ScopeText({ job, matched, filtered }: Props) {
  const { status, stored, total, fetchedAt, missing } = job
  const { number } = useFormats()
  if (status === 'empty') {
    return <span className="font-medium text-ink">Nothing loaded yet</span>
  }
  const asOf = fetchedAt ? (
    <>
      updated <LocalTime iso={fetchedAt} format="moment" />
    </>
  ) : null
  if (stored === 0) {
    return (
      <>
        <span className="font-medium text-ink">
          {total === 0 ? 'Nobody has applied yet' : 'Nobody is loaded'}
        </span>
        {asOf ? <Next>{asOf}</Next> : null}
      </>
    )
  }
  const all = status === 'complete'
  return (
    <>
      {filtered ? (
        <Part>
          <N>{matched}</N> {all ? '' : matched === 1 ? 'matches ' : 'match '}
          {'of '}
          <N>{stored}</N> {all ? <Implied>{stored === 1 ? 'applicant' : 'applicants'}</Implied> : 'loaded'}
        </Part>
      ) : (
        <Part>
          {all ? (
            <>
              {stored === 1 ? (
                'The only applicant is loaded'
              ) : (
                <>
                  All <N>{stored}</N> <Implied>applicants </Implied>loaded
                </>
              )}
            </>
          ) : (
            <>
              <N>{stored}</N> loaded
            </>
          )}
        </Part>
      )}
      {all || total === null ? null : (
        <Next>
          <N>{total}</N> applied
        </Next>
      )}
      {status === 'partial' && total !== null && stored > total ? (
        <Next>
          {stored - total === 1 ? '1 may have withdrawn' : `${number(stored - total)} may have withdrawn`}
        </Next>
      ) : null}
      {status === 'short' && missing ? <Next>{missingText(job, number)}</Next> : null}
      {/* A phone has no room for it beside what matters more. */}
      {asOf ? <Next className="card:hidden">{asOf}</Next> : null}
    </>
  )
}
