import { notFound } from 'next/navigation'
import type { View } from '@/lib/contracts/view'
import { jobIdPattern } from '@/lib/contracts/words'
import type { JobRef } from '@/lib/url/paths'
import { parseView } from '@/lib/url/view'

type Search = Record<string, string | string[] | undefined>
/** What the framework gives a page below a job's. */
export type JobAddress = { params: Promise<{ jobId: string }>; searchParams: Promise<Search> }

/** The job and the view that an address names. @throws the framework's not-found error for what no job's id looks like */
export async function readJobAddress({
  params,
  searchParams,
}: JobAddress): Promise<{ ref: JobRef; view: View; search: Search }> {
  const [{ jobId }, search] = await Promise.all([params, searchParams])
  if (!jobIdPattern.test(jobId)) notFound()
  const { account } = search
  const ref: JobRef = { jobId, account: typeof account === 'string' && account !== '' ? account : null }
  return { ref, view: parseView(search), search }
}
