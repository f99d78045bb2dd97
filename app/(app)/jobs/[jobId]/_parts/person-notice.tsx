'use client'

import { PersonStrip } from '@/components/credits/person-strip'
import { lazyPart } from '@/components/shared/lazy-part'
import { PartNotice } from '@/components/shared/part-notice'
import { candidatePath } from '@/lib/url/paths'
import { useScreen } from './use-job-screen'

// Few links name somebody who is not loaded. The strip has its place from the start, so that nothing below it moves.
const LookForPerson = lazyPart(
  async () => (await import('@/components/credits/look-for-person')).LookForPerson,
  ({ job, state, retry }) => (
    <PersonStrip
      title={`This person is not among the ${job.stored} loaded`}
      actions={<span aria-hidden className="h-8 w-56 card:h-10" />}
    >
      {state === 'loading' ? <p className="h-5" /> : <PartNotice state={state} retry={retry} />}
    </PersonStrip>
  ),
)

/** Why the person named in the address is not in the list, and what brings them there. */
export function PersonNotice() {
  const { jobRef, job, known, arrival, purchases } = useScreen()
  const { current, onFound } = arrival
  if (current.kind === 'not-loaded' && known) {
    const { more, ask } = purchases
    const { applicationId } = current
    return <LookForPerson {...{ jobRef, applicationId, job, more, ask, onFound }} />
  }
  if (current.kind !== 'left-out') return null
  return (
    <PersonStrip
      title="This person is loaded, but left out by the filters"
      actions={
        <a
          href={candidatePath(jobRef, current.applicationId)}
          className="inline-flex h-8 items-center rounded-control bg-accent px-3 text-note font-medium text-accent-ink"
        >
          Show without filters
        </a>
      }
    >
      <p>The link points to someone this view does not show.</p>
    </PersonStrip>
  )
}
