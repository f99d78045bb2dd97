import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { NoticeScreen } from '@/components/applicant-notice/notice-screen'
import { Bdi } from '@/components/shared/text'
import { Link } from '@/components/ui/link'
import { noticeQuery } from '@/lib/query/applicant-notice'
import { getServices } from '@/lib/server/runtime/page-services'
import { jobPath } from '@/lib/url/paths'
import { BlindPart } from '../_parts/blind-part'
import { type JobAddress, readJobAddress } from '../read-job-address'
import { showJobOrNotFound } from '../show-job'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const job = await (await getServices()).showJob(ref).catch(() => null)
  return { title: `Inform applicants · ${job?.label ?? `Job ${ref.jobId}`}` }
}

/** The privacy notice for a job's applicants, who has received it and who is overdue. */
export default async function NoticePage(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const services = await getServices()
  const job = await showJobOrNotFound(ref)
  const client = new QueryClient()
  await client.prefetchQuery(noticeQuery(ref, () => services.showApplicantNotice(ref)))
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <div className="mx-auto max-w-page">
        <BlindPart jobRef={ref} />
      </div>
      <div className="mx-auto flex max-w-page flex-col gap-6 px-5 pt-8 pb-16 max-sm:px-4">
        <div>
          <p className="text-note text-muted">
            <Link href={jobPath(ref)} className="underline-offset-2 hover:text-ink hover:underline">
              <Bdi>{job.label ?? `Job ${job.jobId}`}</Bdi>
            </Link>
          </p>
          <h1 className="text-title font-semibold tracking-tight">Inform applicants</h1>
          <p className="mt-1 max-w-prose text-muted">
            Within a month, applicants must learn that you hold data about them from the network (GDPR,
            Article 14). Send them this text, then record who was informed. Nothing is sent from here.
          </p>
        </div>
        <NoticeScreen jobRef={ref} />
      </div>
    </HydrationBoundary>
  )
}
