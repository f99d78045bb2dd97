import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { unstable_rethrow } from 'next/navigation'
import type { Checklist } from '@/lib/contracts/criteria'
import type { TriagePerson } from '@/lib/contracts/triage'
import { emptyView } from '@/lib/contracts/words'
import { checklistQuery } from '@/lib/query/criteria'
import { triagePersonQuery } from '@/lib/query/triage'
import { getServices } from '@/lib/server/runtime/page-services'
import { comparedPeople, parseCompared } from '@/lib/url/compare'
import type { JobRef } from '@/lib/url/paths'
import { type JobAddress, readJobAddress } from '../read-job-address'
import { BlindPart } from '../_parts/blind-part'
import { showJobOrNotFound } from '../show-job'
import { CompareScreen } from './compare-screen'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: JobAddress) {
  const { ref } = await readJobAddress(props)
  const job = await (await getServices()).showJob(ref).catch(() => null)
  return { title: `Compare · ${job?.label ?? `Job ${ref.jobId}`}` }
}

/** What they meet of the job's criteria; null as below. */
async function readChecklist(ref: JobRef, applicationId: string): Promise<Checklist | null> {
  try {
    return await (await getServices()).showChecklist(ref, applicationId)
  } catch (error) {
    unstable_rethrow(error)
    return null
  }
}

/** Whom the store does not have, or cannot give now, is asked for again from the browser, which says there what is wrong. */
async function readPerson(ref: JobRef, applicationId: string): Promise<TriagePerson | null> {
  try {
    const detail = await (await getServices()).showCandidate(ref, applicationId, emptyView)
    const { index: _index, job: _job, ...person } = detail
    return person
  } catch (error) {
    unstable_rethrow(error)
    return null
  }
}

/** Two to four people of a job side by side; they are in the first HTML. */
export default async function ComparePage(props: JobAddress) {
  const { ref, search } = await readJobAddress(props)
  const job = await showJobOrNotFound(ref)
  const client = new QueryClient()
  const ids = parseCompared(search).slice(0, comparedPeople.max)
  for (const id of ids) {
    const person = await readPerson(ref, id)
    if (person) client.setQueryData(triagePersonQuery(ref, id, emptyView).queryKey, person)
    const checklist = person && job.hasCriteria ? await readChecklist(ref, id) : null
    if (checklist)
      client.setQueryData(checklistQuery(ref, id, () => Promise.resolve(checklist)).queryKey, checklist)
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CompareScreen
        jobRef={ref}
        title={job.label ?? `Job ${job.jobId}`}
        asOf={job.asOf}
        notice={<BlindPart jobRef={ref} />}
      />
    </HydrationBoundary>
  )
}
