'use client'

import { CandidateList } from '@/components/candidate-table/candidate-list'
import { prepareLoads } from '@/components/credits/lazy-notices'
import { useIntent } from '@/components/ui/use-intent'
import { JobCommands } from './_parts/job-commands'
import { JobFilters } from './_parts/job-filters'
import { JobHeader } from './_parts/job-header'
import { JobLive } from './_parts/job-live'
import { JobNotices } from './_parts/job-notices'
import { ListBelow } from './_parts/list-below'
import { listInstead } from './_parts/list-instead'
import { ListNotice } from './_parts/list-notice'
import { OpenPerson, preparePanel } from './_parts/person-panel'
import { prepareSelection, SelectionActions } from './_parts/selection-actions'
import { JobScreenContext, type JobScreenProps, useJobScreen } from './_parts/use-job-screen'
import { useJobList } from './_parts/use-job-list'

const prepareParts = () => {
  prepareLoads()
  preparePanel()
  prepareSelection()
}

/** The page of a job: its parts around the list of applicants, which scrolls them all. */
export function JobScreen(props: JobScreenProps) {
  const screen = useJobScreen(props)
  const list = useJobList(screen)
  useIntent(prepareParts)
  return (
    <JobScreenContext value={screen}>
      <JobCommands />
      <div className="flex h-full flex-col short:h-auto">
        {/* Over the list and the open person alike: neither opening nor scrolling moves it. */}
        <div className="@container/desk shrink-0">
          <JobHeader />
          <JobFilters />
        </div>
        <div
          data-beside={screen.openPerson ? '' : undefined}
          className="flex min-h-0 flex-1 border-t border-line short:h-dvh short:flex-none"
        >
          <div className="min-w-0 flex-1">
            <CandidateList
              {...list}
              above={<JobNotices />}
              instead={listInstead(screen)}
              below={
                <>
                  <ListBelow />
                  <SelectionActions />
                  <JobLive />
                </>
              }
              notice={<ListNotice />}
            />
          </div>
          <OpenPerson />
        </div>
      </div>
    </JobScreenContext>
  )
}
