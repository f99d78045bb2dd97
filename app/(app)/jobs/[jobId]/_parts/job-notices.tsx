'use client'

import { ScopeLine } from '@/components/credits/scope-line'
import { RetentionNotice } from '@/components/jobs/retention-notice'
import { PersonNotice } from './person-notice'
import { useScreen } from './use-job-screen'

/** How much of the list is loaded and shown, how long it is kept, and where the person of the link is. */
export function JobNotices() {
  const { jobRef, job, known, retention, matched, filtered, pages, purchases } = useScreen()
  const { range, stale, problem } = pages
  return (
    <>
      {known ? (
        <ScopeLine
          job={job}
          matched={matched}
          filtered={range?.filtered ?? filtered}
          searching={stale ? (problem ? 'failed' : 'yes') : 'no'}
          more={purchases.more}
          spend={purchases.spend}
        />
      ) : null}
      <RetentionNotice jobRef={jobRef} name={job.label ?? `job ${job.jobId}`} retention={retention} />
      <PersonNotice />
    </>
  )
}
