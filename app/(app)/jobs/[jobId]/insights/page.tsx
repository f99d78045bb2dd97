import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound, unstable_rethrow } from 'next/navigation'
import { insightsQuery } from '@/lib/query/insights'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import { BlindPart } from '../_parts/blind-part'
import { readJobAddress, type JobAddress } from '../read-job-address'
import { InsightsScreen } from './insights-screen'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const job = await (await getServices()).showJob(ref).catch(() => null)
  return { title: `Insights · ${job?.label ?? `Job ${ref.jobId}`}` }
}

/** What the people of a view are like: the numbers are in the first HTML, and drawn once scripts run. */
export default async function InsightsPage(props: JobAddress) {
  const { ref, view } = await readJobAddress(props)
  const client = new QueryClient()
  const services = await getServices()
  try {
    await client.fetchQuery(insightsQuery(ref, view, () => services.showInsights(ref, view)))
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof AppError && error.code === 'account_not_found') notFound()
    // Anything else is asked for again from the browser, which says there what is wrong.
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <InsightsScreen jobRef={ref} view={view} notice={<BlindPart jobRef={ref} />} />
    </HydrationBoundary>
  )
}
