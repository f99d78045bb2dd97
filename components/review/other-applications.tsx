'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { DecisionBadge } from '@/components/shared/decision-badge'
import { LocalTime } from '@/components/shared/local-time'
import { useMay } from '@/components/shared/reader'
import { Bdi } from '@/components/shared/text'
import { useDecide, useDecisionQueue } from '@/components/shared/use-decide'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import type { MarkedCandidate, OtherApplication } from '@/lib/contracts/candidate'
import type { DecisionMark } from '@/lib/contracts/decisions'
import { displayName } from '@/lib/domain/current-role'
import { keys } from '@/lib/query/options'
import { candidatePath, type JobRef } from '@/lib/url/paths'

type Props = {
  list: readonly OtherApplication[]
  /** Where the reader is. */
  jobRef: JobRef
  candidate: Pick<
    MarkedCandidate,
    'applicationId' | 'fullName' | 'firstName' | 'lastName' | 'unreadable' | 'erased' | 'decision'
  >
}

type ThereProps = Omit<Props, 'list'> & { other: OtherApplication; decision: DecisionMark }

/** Decides in the other job what stands in this one. */
function SameThere({ other, jobRef, candidate, decision }: ThereProps) {
  const { jobId, jobLabel, applicationId } = other
  const client = useQueryClient()
  const queue = useDecisionQueue()
  const ref = { account: jobRef.account, jobId }
  const { decide } = useDecide(ref)
  const isSaving = () => queue.isSaving(ref, applicationId)
  const saving = useSyncExternalStore(queue.subscribe, isSaving, () => false)
  const before = useRef(saving)
  useEffect(() => {
    // Saved or refused: what stands there by now is read.
    if (before.current && !saving)
      void client.invalidateQueries({ queryKey: keys.candidate(jobRef, candidate.applicationId) })
    before.current = saving
  }, [client, jobRef, candidate.applicationId, saving])
  if (saving) return <DecisionBadge decision={decision.decision} />
  return (
    <Button
      onClick={() =>
        decide({
          who: { ids: [applicationId] },
          ...{ decision: decision.decision, reason: decision.reason, comment: decision.comment },
          unlisted: { name: displayName(candidate), mark: {} },
          via: 'panel',
        })
      }
    >
      Same decision there too<span className="sr-only">: {jobLabel ?? `job ${jobId}`}</span>
    </Button>
  )
}

/** The same person in other jobs: what was decided there, and said last. */
export function OtherApplications({ list, jobRef, candidate }: Props) {
  const mayDecide = useMay('decide')
  if (list.length === 0) return null
  const items = list.map((other) => {
    const { jobId, jobLabel, applicationId, firstSeenAt, decision, note } = other
    return (
      <li key={`${jobId}/${applicationId}`} className="wrap-anywhere">
        <Link
          href={candidatePath({ jobId, account: jobRef.account }, applicationId)}
          className="rounded-mark font-medium text-accent underline underline-offset-2"
        >
          <Bdi>{jobLabel ?? `Job ${jobId}`}</Bdi>
        </Link>
        <span className="text-muted">
          , <LocalTime iso={firstSeenAt} format="date" />
        </span>
        {decision ? (
          <span className="mt-0.5 flex min-w-0 flex-wrap items-center gap-1.5">
            <DecisionBadge decision={decision.decision} />
            <Bdi>{decision.reason?.label ?? decision.comment ?? ''}</Bdi>
          </span>
        ) : mayDecide && candidate.decision ? (
          <span className="mt-1 block">
            <SameThere {...{ other, jobRef, candidate }} decision={candidate.decision} />
          </span>
        ) : null}
        {note === null ? null : (
          <span className="line-clamp-2 text-muted">
            <span className="sr-only">Note: </span>
            <Bdi>{note}</Bdi>
          </span>
        )}
      </li>
    )
  })
  return (
    <section aria-label="Also applied" className="text-note">
      <h2 className="text-small font-semibold text-muted">Also applied</h2>
      <ul className="mt-1 flex flex-col gap-2">{items}</ul>
    </section>
  )
}
