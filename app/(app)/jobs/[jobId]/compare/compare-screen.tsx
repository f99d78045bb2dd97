'use client'

import { useQueries } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { CompareCareers } from '@/components/compare/compare-careers'
import { CompareNotice } from '@/components/compare/compare-notice'
import { teamFacts } from '@/components/compare/team-facts'
import { useChecklists } from '@/components/compare/use-checklists'
import { criteriaFacts } from '@/components/compare/criteria-facts'
import { FollowJob } from '@/components/live/follow-job'
import { BackHeader } from '@/components/shared/back-header'
import { CompareGrid } from '@/components/shared/compare-grid'
import { DecisionButtons } from '@/components/shared/decision-buttons'
import { useAddress } from '@/components/shared/use-address'
import { announce } from '@/components/ui/announcer'
import { CopyButton } from '@/components/ui/copy-button'
import { Link2 } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { Month } from '@/lib/contracts/month'
import { emptyView } from '@/lib/contracts/words'
import { careerAxis } from '@/lib/domain/career-axis'
import { careerBar } from '@/lib/domain/career-bar'
import { displayName } from '@/lib/domain/current-role'
import { toProblem } from '@/lib/query/http'
import { triagePersonQuery } from '@/lib/query/triage'
import { comparedPeople, compareParsers, comparePath } from '@/lib/url/compare'
import { candidatePath, type JobRef, sharedJobPath } from '@/lib/url/paths'
import { LazyRecord } from '../_parts/lazy-record'

type Props = {
  jobRef: JobRef
  title: string
  asOf: Month
  /** Below the header. */
  notice: ReactNode
}

/** Two to four people side by side: what they did, what is known of them, what the team says; decided from here. */
export function CompareScreen({ jobRef, title, asOf, notice }: Props) {
  const [{ c }, setAddress] = useAddress(compareParsers)
  const ids = useMemo(() => [...new Set(c.filter((id) => id !== ''))], [c])
  const fits = ids.length <= comparedPeople.max
  const queries = useQueries({
    queries: (fits ? ids : []).map((id) => ({ ...triagePersonQuery(jobRef, id, emptyView), retry: false })),
  })
  const found = queries.flatMap(({ data }) => (data ? [data] : []))
  const checklists = useChecklists(
    jobRef,
    found.map(({ candidate }) => candidate.applicationId),
  )
  const problems = queries.flatMap(({ error }) => (error === null ? [] : [toProblem(error)]))
  const missing = problems.filter(({ code }) => code === 'candidate_not_found').length
  const careers = found.map(({ candidate }) => ({
    id: candidate.applicationId,
    name: displayName(candidate),
    experiences: candidate.experiences,
    asOf: candidate.asOf ?? asOf,
  }))
  const starts = careers.flatMap(({ experiences, asOf: at }) => careerBar(experiences, at).from ?? [])
  const axis = careerAxis('all', asOf, starts.length === 0 ? null : Math.min(...starts))
  const drop = (id: string, name: string) => {
    setAddress({ c: ids.filter((other) => other !== id) })
    announce(`${name} is no longer compared.`)
  }
  const comparing = found.length >= comparedPeople.min
  return (
    <div className="flex min-h-full flex-col">
      <BackHeader back={sharedJobPath(jobRef, emptyView)} title={title} detail="Compare">
        {comparing ? (
          <CopyButton
            text={() => new URL(comparePath(jobRef, ids), window.location.origin).href}
            label="Copy link"
            icon={Link2}
          />
        ) : null}
      </BackHeader>
      {notice}
      <div className="w-full px-5 pt-5 pb-16 max-sm:px-4">
        <h1 className="text-title font-semibold tracking-tight">
          {comparing ? `${found.length} people compared` : 'Compare'}
        </h1>
        <CompareNotice
          jobRef={jobRef}
          ids={ids}
          found={found.length}
          missing={missing}
          waiting={queries.some(({ isPending }) => isPending)}
          problem={problems.find(({ code }) => code !== 'candidate_not_found') ?? null}
          onRetry={() => queries.forEach(({ error, refetch }) => (error ? void refetch() : undefined))}
          onFirst={() => setAddress({ c: ids.slice(0, comparedPeople.max) })}
        />
        {comparing ? (
          <>
            <CompareCareers careers={careers} axis={axis} />
            <CompareGrid
              columns={found.map((person) => {
                const { candidate, mark } = person
                const { applicationId, erased } = candidate
                const marked = { ...candidate, ...mark }
                const name = displayName(candidate)
                return {
                  key: applicationId,
                  person,
                  name,
                  headline: candidate.headline,
                  lead: (
                    <div className="mt-2.5 flex flex-col items-start gap-1.5">
                      <DecisionButtons jobRef={jobRef} candidate={marked} via="compare" />
                      <Link
                        href={candidatePath(jobRef, applicationId)}
                        className="rounded-mark text-note text-accent hover:underline"
                      >
                        Open in the list
                      </Link>
                    </div>
                  ),
                  after: erased ? null : (
                    <div className="flex flex-col gap-4">
                      <LazyRecord {...{ jobRef, candidate: marked, settled: true }} withoutCriteria />
                    </div>
                  ),
                  onDrop: () => drop(applicationId, name),
                }
              })}
              facts={[...teamFacts(found), ...criteriaFacts(checklists, found)]}
              context={{ asOf, axis }}
              marksDifferences
            />
            <FollowJob jobRef={jobRef} />
          </>
        ) : null}
      </div>
    </div>
  )
}
