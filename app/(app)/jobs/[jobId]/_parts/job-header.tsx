'use client'

import { ScopeLine } from '@/components/credits/scope-line'
import { JobLabel } from '@/components/jobs/job-label'
import { useShortcut } from '@/components/shared/use-shortcut'
import { buttonLook } from '@/components/ui/button-look'
import { CopyButton } from '@/components/ui/copy-button'
import { Link2 } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { sharedJobPath, triagePath, withSavedView } from '@/lib/url/paths'
import { JobNews } from './job-news'
import { ShareView } from './share-view'
import { useScreen } from './use-job-screen'
import { ViewMenu } from './view-menu'

const nobody: string[] = []

/** How much of the list is loaded and shown, and what loads more. */
function Scope() {
  const { jobRef, job, view, change, known, matched, filtered, pages, purchases } = useScreen()
  const { range, stale, problem } = pages
  if (!known) return <span className="flex-1" />
  return (
    <ScopeLine
      job={job}
      matched={matched}
      filtered={range?.filtered ?? filtered}
      searching={stale ? (problem ? 'failed' : 'yes') : 'no'}
      more={purchases.more}
      spend={purchases.spend}
    >
      <JobNews jobRef={jobRef} job={job} value={view.new} onChange={(value) => change({ new: value })} />
    </ScopeLine>
  )
}

/** One row: the job's name, what is loaded and loads more, and what can be done with the whole view. */
export function JobHeader() {
  const { jobRef, job, title, view, filtered, hasPeople, address } = useScreen()
  const { hint } = useShortcut('triage')
  return (
    <header className="flex min-h-9 flex-wrap items-center gap-x-3 px-5 xl:flex-nowrap card:gap-x-1.5 card:px-4 card:py-0.5">
      <div className="flex max-w-full min-w-0 items-center gap-0.5 has-[form]:basis-96 max-xl:flex-1 xl:min-w-40 card:max-w-none card:flex-1">
        <JobLabel job={job} jobRef={jobRef}>
          <h1
            className="max-w-md truncate text-title font-semibold tracking-tight"
            title={`Job ${job.jobId}`}
          >
            <bdi>{title}</bdi>
          </h1>
        </JobLabel>
      </div>
      <div className="flex flex-1 items-center max-xl:order-1 max-xl:basis-full card:min-w-0">
        <Scope />
      </div>
      {hasPeople ? (
        <div className="flex items-center gap-2 card:gap-1.5">
          <Link
            href={withSavedView(triagePath(jobRef, view), address.viewId)}
            title={`One person at a time${hint}`}
            className={buttonLook()}
          >
            Triage
          </Link>
          <CopyButton
            text={() => new URL(sharedJobPath(jobRef, view), window.location.origin).href}
            label={filtered ? 'Copy link to this view' : 'Copy link'}
            icon={Link2}
            small
          />
          <ShareView selected={nobody} />
          <ViewMenu />
        </div>
      ) : null}
    </header>
  )
}
