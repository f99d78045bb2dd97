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

function Part({ children }: { children: ReactNode }) {
  return <span className="whitespace-nowrap">{children}</span>
}

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
    <Part>
      updated <LocalTime iso={fetchedAt} format="moment" />
    </Part>
  ) : null
  if (stored === 0) {
    return (
      <>
        <span className="font-medium text-ink">
          {total === 0 ? 'Nobody has applied yet' : 'Nobody is loaded'}
        </span>
        <Dot />
        {asOf}
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
        <>
          <Dot />
          <Part>
            <N>{total}</N> applied
          </Part>
        </>
      )}
      {status === 'partial' && total !== null && stored > total ? (
        <>
          <Dot />
          <Part>
            {stored - total === 1 ? '1 may have withdrawn' : `${number(stored - total)} may have withdrawn`}
          </Part>
        </>
      ) : null}
      {status === 'short' && missing ? (
        <>
          <Dot />
          <Part>{missingText(job, number)}</Part>
        </>
      ) : null}
      {asOf ? (
        // A phone has no room for it beside what matters more, nor has a desk whose head says how many match, or were not opened.
        <span
          className={`group-has-data-unopened/scope:@max-[100rem]/desk:hidden card:hidden ${filtered ? '@max-[100rem]/desk:hidden' : ''}`}
        >
          <Dot />
          {asOf}
        </span>
      ) : null}
    </>
  )
}

const Dot = () => <span aria-hidden> · </span>
