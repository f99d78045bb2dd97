import { LocalTime } from '@/components/shared/local-time'
import { Absent, Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { Link } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import type { ApplicantNotice } from '@/lib/contracts/applicant-notice'
import { candidatePath, type JobRef } from '@/lib/url/paths'

type Props = { jobRef: JobRef; notice: Pick<ApplicantNotice, 'counts' | 'informed' | 'log'> }

/** Who was informed, and when: each time that it was recorded, and each person. */
export function InformedPeople({ jobRef, notice: { counts, informed, log } }: Props) {
  const { number, people } = useFormats()
  if (informed.length === 0) return null
  const more = counts.informed - informed.length
  return (
    <Panel title="Informed so far">
      <ul className="flex flex-col gap-1.5">
        {log.map(({ at, by, people: count }) => (
          <li key={`${at} ${by}`} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {people(count)} by <Bdi>{by}</Bdi>
            </span>
            <span className="text-muted">
              <LocalTime iso={at} format="moment" />
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary className="min-h-6 w-fit rounded-mark text-note text-muted hover:text-ink">
          Who they are
        </summary>
        <ul aria-label="Informed" className="mt-1 divide-y divide-line">
          {informed.map(({ applicationId, name, at }) => (
            <li key={applicationId} className="flex min-h-9 flex-wrap items-center gap-x-4 py-1">
              <Link
                href={candidatePath(jobRef, applicationId)}
                className="min-w-0 flex-1 basis-48 truncate underline-offset-2 hover:underline"
              >
                {name === null ? <Absent>No name</Absent> : <Bdi>{name}</Bdi>}
              </Link>
              <span className="text-note text-muted">
                <LocalTime iso={at} format="date" />
              </span>
            </li>
          ))}
        </ul>
        {more > 0 ? (
          <p className="mt-1 text-note text-muted">{number(more)} more were informed before them.</p>
        ) : null}
      </details>
    </Panel>
  )
}
