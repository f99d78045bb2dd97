'use client'

import { LocalTime } from '@/components/shared/local-time'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { Link } from '@/components/ui/link'
import type { Fairness } from '@/lib/contracts/fairness'
import { type JobRef, jobPath } from '@/lib/url/paths'
import { FourFifths } from './four-fifths'
import { GroupTable } from './group-table'

type Props = { jobRef: JobRef; fairness: Fairness }

/** How the decisions about a job are spread, as counts that a person can check. */
export function FairnessReport({ jobRef, fairness }: Props) {
  const { number, people } = useFormats()
  const { all, at, deletedAt, groups, label, timeZone, withheld } = fairness
  const decided = all.shortlist + all.maybe + all.reject
  return (
    <div className="mx-auto flex max-w-page flex-col gap-8 px-5 pt-8 pb-16 max-sm:px-4">
      <header className="flex flex-col gap-2">
        <p className="text-note text-muted">
          <Link href={jobPath(jobRef)} className="underline underline-offset-2">
            <Bdi>{label ?? `Job ${jobRef.jobId}`}</Bdi>
          </Link>
        </p>
        <h1 className="text-title font-semibold tracking-tight">Fairness</h1>
        {deletedAt === null ? (
          <p className="max-w-prose text-muted">
            {number(decided)} of {people(all.people)} loaded are decided: {number(all.shortlist)} shortlisted,{' '}
            {number(all.maybe)} maybe, {number(all.reject)} rejected. As of{' '}
            <LocalTime iso={at} format="moment" />.
          </p>
        ) : (
          <p role="status" className="max-w-prose text-muted">
            This job was deleted on <LocalTime iso={deletedAt} format="date" />. These counts were kept to the
            nearest 5: about {number(decided)} of {people(all.people)} were decided.
          </p>
        )}
        {withheld === 0 ? null : (
          <p role="status" className="max-w-prose text-note">
            {people(withheld)} {withheld === 1 ? 'is' : 'are'} left out until you give your second opinion.
          </p>
        )}
        <p className="max-w-prose text-note text-muted">
          Decisions as they {deletedAt === null ? 'stand now' : 'stood then'}, your team’s and not the
          network’s rating. Each share has the interval in which the true share lies with 95% confidence,
          computed exactly (Clopper–Pearson). Where two intervals overlap, the difference can be chance. These
          are counts, not proof of fairness or bias.{' '}
          <Link href="/settings/how-it-works" className="underline underline-offset-2">
            How Shortlist works
          </Link>
        </p>
      </header>
      {groups.map((group) => (
        <GroupTable key={group.by} group={group} timeZone={timeZone} />
      ))}
      <FourFifths />
    </div>
  )
}
