import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { FollowJob } from '@/components/live/follow-job'
import { OpinionList } from '@/components/second-opinion/opinion-list'
import { Bdi } from '@/components/shared/text'
import { Link } from '@/components/ui/link'
import { secondOpinionsQuery } from '@/lib/query/second-opinions'
import { getServices } from '@/lib/server/runtime/page-services'
import { jobPath } from '@/lib/url/paths'
import { BlindPart } from '../_parts/blind-part'
import { type JobAddress, readJobAddress } from '../read-job-address'
import { showJobOrNotFound } from '../show-job'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const job = await (await getServices()).showJob(ref).catch(() => null)
  return { title: `Second opinions · ${job?.label ?? `Job ${ref.jobId}`}` }
}

/** The second opinions of a job that the reader asked for or is asked for. */
export default async function SecondOpinionsPage(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const services = await getServices()
  const job = await showJobOrNotFound(ref)
  const client = new QueryClient()
  await client.prefetchQuery(secondOpinionsQuery(ref, () => services.listSecondOpinions(ref)))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <div className="mx-auto max-w-page">
        <BlindPart jobRef={ref} />
      </div>
      <div className="mx-auto flex max-w-page flex-col gap-6 px-5 pt-8 pb-16 max-sm:px-4">
        <div>
          <p className="text-note text-muted">
            <Link href={jobPath(ref)} className="underline underline-offset-2 hover:text-ink">
              <Bdi>{job.label ?? `Job ${job.jobId}`}</Bdi>
            </Link>
          </p>
          <h1 className="text-title font-semibold tracking-tight">Second opinions</h1>
          <p className="mt-1 max-w-prose text-muted">
            A colleague decides on the same people without seeing the team’s decisions. What each of you chose
            on a person shows to the other once both have chosen.
          </p>
        </div>
        <OpinionList jobRef={ref} />
        <FollowJob jobRef={ref} />
      </div>
    </HydrationBoundary>
  )
}
