'use client'

import { buttonLook } from '@/components/ui/button-look'
import { CopyButton } from '@/components/ui/copy-button'
import { Link2 } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { jobPath, triagePath } from '@/lib/url/paths'
import { JobNews } from './job-news'
import { ShareView } from './share-view'
import { useScreen } from './use-job-screen'

const nobody: string[] = []

/** The job's name and news, and what can be done with the whole view. */
export function JobHeader() {
  const { jobRef, job, title, view, change, filtered, hasPeople } = useScreen()
  return (
    <header className="flex flex-wrap items-end gap-x-4 gap-y-2 px-5 pt-4 pb-3 card:px-4">
      <div className="min-w-0 flex-1 card:basis-full">
        <h1 className="truncate text-title font-semibold tracking-tight">
          <bdi>{title}</bdi>
        </h1>
        <JobNews jobRef={jobRef} job={job} value={view.new} onChange={(value) => change({ new: value })} />
      </div>
      {hasPeople ? (
        <>
          <Link href={triagePath(jobRef, view)} className={buttonLook()}>
            Triage
          </Link>
          <CopyButton
            text={() => new URL(jobPath(jobRef, view), window.location.origin).href}
            label={filtered ? 'Copy link to this view' : 'Copy link'}
            icon={Link2}
          />
          <ShareView selected={nobody} />
        </>
      ) : null}
    </header>
  )
}
