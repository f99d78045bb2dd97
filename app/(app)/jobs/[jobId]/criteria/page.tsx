import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound, unstable_rethrow } from 'next/navigation'
import { CriteriaForm } from '@/components/criteria/criteria-form'
import { Link } from '@/components/ui/link'
import { jobIdPattern } from '@/lib/contracts/words'
import { criteriaQuery } from '@/lib/query/criteria'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import { jobPath, type JobRef } from '@/lib/url/paths'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Criteria' }

type Props = {
  params: Promise<{ jobId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CriteriaPage({ params, searchParams }: Props) {
  const [{ jobId }, { account }] = await Promise.all([params, searchParams])
  if (!jobIdPattern.test(jobId)) notFound()
  const ref: JobRef = { jobId, account: typeof account === 'string' && account !== '' ? account : null }
  const services = await getServices()
  const job = await services.showJob(ref).catch((error: unknown) => {
    unstable_rethrow(error)
    if (error instanceof AppError && ['job_not_found', 'account_not_found'].includes(error.code)) notFound()
    throw error
  })
  const client = new QueryClient()
  await client.prefetchQuery(criteriaQuery(ref, () => services.showCriteria(ref)))
  return (
    <div className="mx-auto flex max-w-page flex-col gap-4 px-5 pt-8 pb-16 max-sm:px-4">
      <div>
        <h1 className="text-title font-semibold tracking-tight">Criteria</h1>
        <p className="mt-1 max-w-3xl text-muted">
          For{' '}
          <Link href={jobPath(ref)} className="text-accent underline underline-offset-2">
            <bdi>{job.label ?? `Job ${jobId}`}</bdi>
          </Link>
          . Each person gets a checklist with the sentence each criterion stands in: whole words, no score, no
          rank.
        </p>
      </div>
      <HydrationBoundary state={dehydrate(client)}>
        <CriteriaForm jobRef={ref} />
      </HydrationBoundary>
    </div>
  )
}
