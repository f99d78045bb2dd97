import { notFound, unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import { FairnessReport } from '@/components/fairness/fairness-report'
import type { Fairness } from '@/lib/contracts/fairness'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import { BlindPart } from '../_parts/blind-part'
import { type JobAddress, readJobAddress } from '../read-job-address'

export const dynamic = 'force-dynamic'

const readFairness = cache(async (jobId: string, account: string | null): Promise<Fairness> => {
  const services = await getServices()
  return services.showFairness({ jobId, account })
})

export async function generateMetadata(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const fairness = await readFairness(ref.jobId, ref.account).catch((error: unknown) => {
    unstable_rethrow(error)
    return null
  })
  return { title: `Fairness · ${fairness?.label ?? `Job ${ref.jobId}`}` }
}

/** How the team's decisions about a job are spread. Opening it does not count as using the job. */
export default async function FairnessPage(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const fairness = await readFairness(ref.jobId, ref.account).catch((error: unknown) => {
    unstable_rethrow(error)
    if (error instanceof AppError && ['job_not_found', 'account_not_found'].includes(error.code)) notFound()
    throw error
  })
  return (
    <>
      <div className="mx-auto max-w-page">
        <BlindPart jobRef={ref} />
      </div>
      <FairnessReport jobRef={ref} fairness={fairness} />
    </>
  )
}
