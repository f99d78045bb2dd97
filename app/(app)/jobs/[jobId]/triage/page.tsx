import { notFound, unstable_rethrow } from 'next/navigation'
import type { TriagePerson } from '@/lib/contracts/triage'
import { jobIdPattern } from '@/lib/contracts/words'
import { getServices } from '@/lib/server/runtime/page-services'
import type { JobRef } from '@/lib/url/paths'
import { parseView } from '@/lib/url/view'
import { BlindPart } from '../_parts/blind-part'
import { showJobOrNotFound } from '../show-job'
import { TriageScreen } from './triage-screen'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ jobId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function read({ params, searchParams }: Props) {
  const [{ jobId }, search] = await Promise.all([params, searchParams])
  if (!jobIdPattern.test(jobId)) notFound()
  const { account, at, view: savedView } = search
  const ref: JobRef = { jobId, account: typeof account === 'string' && account !== '' ? account : null }
  return {
    ref,
    view: parseView(search),
    savedView: typeof savedView === 'string' && savedView !== '' ? savedView : null,
    at: typeof at === 'string' && at !== '' ? at : null,
  }
}

export async function generateMetadata(props: Props) {
  const { ref } = await read(props)
  const services = await getServices()
  const job = await services.showJob(ref).catch(() => null)
  return { title: `Triage · ${job?.label ?? `Job ${ref.jobId}`}` }
}

async function showPerson(
  ref: JobRef,
  at: string,
  view: Awaited<ReturnType<typeof read>>['view'],
): Promise<TriagePerson | null> {
  try {
    const detail = await (await getServices()).showCandidate(ref, at, view)
    const { index: _index, job: _job, ...person } = detail
    return person
  } catch (error) {
    unstable_rethrow(error)
    // Gone, or the store does not answer: the page begins with the first who is open, and says there what is wrong.
    return null
  }
}

/** One person of a view at a time. Whom an address names is in the first HTML; nobody is claimed before a script asks. */
export default async function TriagePage(props: Props) {
  const { ref, view, savedView, at } = await read(props)
  const job = await showJobOrNotFound(ref)
  const first = at === null ? null : await showPerson(ref, at, view)
  return (
    <TriageScreen
      key={JSON.stringify([ref, view])}
      jobRef={ref}
      view={view}
      savedView={savedView}
      first={first}
      title={job.label ?? `Job ${job.jobId}`}
      asOf={job.asOf}
      earliest={job.careerFrom}
      notice={<BlindPart jobRef={ref} />}
    />
  )
}
