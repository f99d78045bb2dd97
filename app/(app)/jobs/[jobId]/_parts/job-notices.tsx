'use client'

import { BlindNotice } from '@/components/blind/blind-notice'
import { ScopeNotice } from '@/components/credits/scope-line'
import { RetentionNotice } from '@/components/jobs/retention-notice'
import { PersonNotice } from './person-notice'
import { UnreadNotice } from './unread-notice'
import { useScreen } from './use-job-screen'

/** That names are hidden, what came of a load, how long the job is kept, where the person of the link is, and what of it is not understood. */
export function JobNotices() {
  const { jobRef, job, retention, purchases } = useScreen()
  return (
    <>
      <BlindNotice jobRef={jobRef} />
      <ScopeNotice more={purchases.more} />
      <RetentionNotice jobRef={jobRef} name={job.label ?? `job ${job.jobId}`} retention={retention} />
      <PersonNotice />
      <UnreadNotice />
    </>
  )
}
