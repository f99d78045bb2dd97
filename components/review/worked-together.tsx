'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { DecisionBadge } from '@/components/shared/decision-badge'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { useLocale } from '@/components/shared/use-locale'
import { Link } from '@/components/ui/link'
import type { WorkedTogether as Answer, WorkedWith } from '@/lib/contracts/candidate'
import { formatMonth, formatMonths } from '@/lib/domain/months'
import { toProblem } from '@/lib/query/http'
import { workedTogetherQuery } from '@/lib/query/worked-together'
import { candidatePath, type JobRef } from '@/lib/url/paths'

type Props = { jobRef: JobRef; applicationId: string }

function Overlap({ jobRef, each }: { jobRef: JobRef; each: WorkedWith }) {
  const locale = useLocale()
  const { name, company, from, to, months, monthsMax, decision } = each
  return (
    <li>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={candidatePath(jobRef, each.applicationId)}
          className="rounded-mark font-medium text-ink hover:underline"
        >
          <Bdi>{name}</Bdi>
        </Link>
        {decision === null ? null : <DecisionBadge decision={decision} />}
      </span>
      <span className="block text-muted">
        <Bdi>{company}</Bdi> · {formatMonth(from, locale)} – {formatMonth(to, locale)} ·{' '}
        {months === 0 ? `possibly, up to ${formatMonths(monthsMax)}` : formatMonths(months, monthsMax)}
      </span>
    </li>
  )
}

function Found({ jobRef, answer }: { jobRef: JobRef; answer: Answer }) {
  const { people, number } = useFormats()
  const { items, people: overlapped, sameCompany, compared } = answer
  const scope =
    compared < sameCompany
      ? ` Compared with the first ${number(compared)} of ${people(sameCompany)} from the same companies.`
      : ''
  return (
    <>
      <p className="text-muted">
        {overlapped === 0
          ? 'Nobody else in this list overlapped with them.'
          : `${people(overlapped)} of this list overlapped with them${overlapped > items.length ? `, the first ${items.length} here` : ''}.`}{' '}
        By company name and dates only: they may not have met.{scope}
      </p>
      {items.length === 0 ? null : (
        <ul className="flex flex-col gap-2">
          {items.map((each) => (
            <Overlap key={each.applicationId} jobRef={jobRef} each={each} />
          ))}
        </ul>
      )}
    </>
  )
}

/** Who in the list was at one company with somebody at the same time; looked up when the reader asks. */
export function WorkedTogether({ jobRef, applicationId }: Props) {
  const id = useId()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const query = workedTogetherQuery(jobRef, applicationId)
  const { data, error } = useQuery({ ...query, enabled: open })
  const prepare = () => void client.prefetchQuery(query)
  const problem = error === null ? null : toProblem(error)
  return (
    <section aria-label="Worked together" className="flex flex-col gap-2 text-note">
      <h2 className="text-small font-semibold text-muted">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onPointerEnter={prepare}
          onFocus={prepare}
          onClick={() => setOpen(!open)}
          className="inline-flex min-h-6 items-center gap-1 rounded-mark before:size-3.5 before:bg-current before:mask-(--shape-chevron) hover:text-ink aria-expanded:before:rotate-90 rtl:before:-scale-x-100"
        >
          Worked together
        </button>
      </h2>
      <div id={id} hidden={!open} className="flex flex-col gap-2">
        {problem ? (
          <p role="alert" className="text-danger">
            {problem.title}. {problem.detail}
          </p>
        ) : data ? (
          <Found jobRef={jobRef} answer={data} />
        ) : (
          <p role="status" className="text-muted">
            Looking…
          </p>
        )}
      </div>
    </section>
  )
}
