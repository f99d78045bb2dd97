import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { Panel } from '@/components/ui/panel'
import type { ApplicantNotice } from '@/lib/contracts/applicant-notice'
import type { JobRef } from '@/lib/url/paths'
import { PersonLink } from './person-link'

type Props = { jobRef: JobRef; notice: Pick<ApplicantNotice, 'counts' | 'informed' | 'log'> }

const summary = 'min-h-6 w-fit rounded-mark text-note text-muted hover:text-ink'

/** Who was informed, when and in which words: each time that it was recorded, and each person. */
export function InformedPeople({ jobRef, notice: { counts, informed, log } }: Props) {
  const { number, people } = useFormats()
  if (informed.length === 0) return null
  const more = counts.informed - informed.length
  return (
    <Panel title="Informed so far">
      <ul className="flex flex-col gap-1.5">
        {log.map(({ at, by, people: count, text }, place) => (
          <li key={`${at} ${by} ${place}`} className="flex flex-wrap justify-between gap-x-4">
            <span>
              {people(count)} by <Bdi>{by}</Bdi>
            </span>
            <span className="text-muted">
              <LocalTime iso={at} format="moment" />
            </span>
            {text === null ? null : (
              <details className="basis-full text-note">
                <summary className={summary}>The text they were sent</summary>
                <pre className="mt-1 border-s-2 border-line ps-3 font-sans wrap-anywhere whitespace-pre-wrap text-muted">
                  {text}
                </pre>
              </details>
            )}
          </li>
        ))}
      </ul>
      <details>
        <summary className={summary}>Who they are</summary>
        <ul aria-label="Informed" className="mt-1 divide-y divide-line">
          {informed.map(({ at, ...person }) => (
            <li key={person.applicationId} className="flex min-h-9 flex-wrap items-center gap-x-4 py-1">
              <PersonLink jobRef={jobRef} person={person} />
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
