import { notFound, unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import { FairnessReport } from '@/components/fairness/fairness-report'
import type { Fairness } from '@/lib/contracts/fairness'
import { jobIdPattern } from '@/lib/contracts/words'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import type { JobRef } from '@/lib/url/paths'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ jobId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function readRef({ params, searchParams }: Props): Promise<JobRef> {
  const [{ jobId }, { account }] = await Promise.all([params, searchParams])
  if (!jobIdPattern.test(jobId)) notFound()
  return { jobId, account: typeof account === 'string' && account !== '' ? account : null }
}

const readFairness = cache(async (jobId: string, account: string | null): Promise<Fairness> => {
  const services = await getServices()
  return services.showFairness({ jobId, account })
})

export async function generateMetadata(props: Props) {
  const { jobId, account } = await readRef(props)
  const fairness = await readFairness(jobId, account).catch((error: unknown) => {
    unstable_rethrow(error)
    return null
  })
  return { title: `Fairness · ${fairness?.label ?? `Job ${jobId}`}` }
}

/** How the team's decisions about a job are spread. Opening it does not count as using the job. */
export default async function FairnessPage(props: Props) {
  const ref = await readRef(props)
  const fairness = await readFairness(ref.jobId, ref.account).catch((error: unknown) => {
    unstable_rethrow(error)
    if (error instanceof AppError && ['job_not_found', 'account_not_found'].includes(error.code)) notFound()
    throw error
  })
  return <FairnessReport jobRef={ref} fairness={fairness} />
}
