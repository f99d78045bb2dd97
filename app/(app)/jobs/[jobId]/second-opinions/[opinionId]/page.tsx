import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound, unstable_rethrow } from 'next/navigation'
import { secondOpinionQuery } from '@/lib/query/second-opinions'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import { type JobAddress, readJobAddress } from '../../read-job-address'
import { BlindPart } from '../../_parts/blind-part'
import { OpinionScreen } from './opinion-screen'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Second opinion' }

type Props = {
  params: Promise<{ jobId: string; opinionId: string }>
  searchParams: JobAddress['searchParams']
}

/** One second opinion: where the colleague chooses person by person, and where both see how far they agree. */
export default async function SecondOpinionPage(props: Props) {
  const { ref } = await readJobAddress(props)
  const { opinionId } = await props.params
  const services = await getServices()
  const absent = (error: unknown) => {
    unstable_rethrow(error)
    if (error instanceof AppError && ['second_opinion_not_found', 'account_not_found'].includes(error.code))
      notFound()
    throw error
  }
  const detail = await services.showSecondOpinion(ref, opinionId).catch(absent)
  const job = await services.showJob(ref).catch(absent)
  const client = new QueryClient()
  client.setQueryData(secondOpinionQuery(ref, opinionId, () => Promise.resolve(detail)).queryKey, detail)
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OpinionScreen
        jobRef={ref}
        opinionId={opinionId}
        asOf={job.asOf}
        earliest={job.careerFrom}
        notice={<BlindPart jobRef={ref} />}
      />
    </HydrationBoundary>
  )
}
