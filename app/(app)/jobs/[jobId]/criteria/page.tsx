import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { CriteriaForm } from '@/components/criteria/criteria-form'
import { Link } from '@/components/ui/link'
import { criteriaQuery } from '@/lib/query/criteria'
import { getServices } from '@/lib/server/runtime/page-services'
import { jobPath } from '@/lib/url/paths'
import { BlindPart } from '../_parts/blind-part'
import { type JobAddress, readJobAddress } from '../read-job-address'
import { showJobOrNotFound } from '../show-job'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Criteria' }

export default async function CriteriaPage(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const services = await getServices()
  const job = await showJobOrNotFound(ref)
  const client = new QueryClient()
  await client.prefetchQuery(criteriaQuery(ref, () => services.showCriteria(ref)))
  return (
    <>
      <div className="mx-auto max-w-page">
        <BlindPart jobRef={ref} />
      </div>
      <div className="mx-auto flex max-w-page flex-col gap-4 px-5 pt-8 pb-16 max-sm:px-4">
        <div>
          <h1 className="text-title font-semibold tracking-tight">Criteria</h1>
          <p className="mt-1 max-w-3xl text-muted">
            For{' '}
            <Link href={jobPath(ref)} className="text-accent underline underline-offset-2">
              <bdi>{job.label ?? `Job ${job.jobId}`}</bdi>
            </Link>
            . Each person gets a checklist with the sentence each criterion stands in: whole words, no score,
            no rank.
          </p>
        </div>
        <HydrationBoundary state={dehydrate(client)}>
          <CriteriaForm jobRef={ref} />
        </HydrationBoundary>
      </div>
    </>
  )
}
