import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { JobList } from '@/components/jobs/job-list'
import { OpenJobForm } from '@/components/jobs/open-job-form'
import { SampleJobs } from '@/components/jobs/sample-jobs'
import { jobsQuery } from '@/lib/query/jobs'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Jobs' }

export default async function JobsPage() {
  const services = await getServices()
  const { accounts, sampleJobs } = services.config
  const client = new QueryClient()
  await client.prefetchInfiniteQuery(jobsQuery('', (cursor) => services.listJobs({ find: null, cursor })))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <div className="mx-auto flex max-w-page flex-col gap-8 px-5 py-8 max-sm:px-4">
        <h1 className="text-title font-semibold tracking-tight">Jobs</h1>
        <OpenJobForm accounts={accounts} />
        <section aria-labelledby="opened" className="flex flex-col gap-3">
          <h2 id="opened" className="font-semibold">
            Recent jobs
          </h2>
          <JobList accounts={accounts} samples={sampleJobs.length > 0} />
        </section>
        {sampleJobs.length > 0 ? (
          <section aria-labelledby="samples" className="flex flex-col gap-3">
            <h2 id="samples" className="font-semibold">
              Sample jobs
            </h2>
            <p className="-mt-2 text-note text-muted">Made-up applicants, free credits.</p>
            <SampleJobs jobs={sampleJobs} />
          </section>
        ) : null}
      </div>
    </HydrationBoundary>
  )
}
