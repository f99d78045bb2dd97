import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { cookies, headers } from 'next/headers'
import { notFound, redirect, unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import type { Job } from '@/lib/contracts/job'
import type { View } from '@/lib/contracts/view'
import { jobIdPattern } from '@/lib/contracts/words'
import { candidatesQuery, historyQuery, runningFetchQuery } from '@/lib/query/options'
import { blindQuery } from '@/lib/query/blind'
import { reasonsQuery } from '@/lib/query/decisions'
import { savedViewsQuery } from '@/lib/query/saved-views'
import { AppError } from '@/lib/server/platform/app-error'
import { getServices } from '@/lib/server/runtime/page-services'
import { defaultLayout, parseLayout, type TableLayout } from '@/lib/url/layout'
import { layoutCookie } from '@/lib/url/layout-cookie'
import { setChoices } from '@/lib/url/facet-choices'
import { toParams } from '@/lib/url/parser'
import { jobPath, type JobRef } from '@/lib/url/paths'
import { readAddress } from '@/lib/url/read-address'
import { parseView } from '@/lib/url/view'
import type { Arrival } from './_parts/arrival'
import { isPhone } from './is-phone'
import { JobScreen } from './job-screen'
import { openView } from './opening'
import { RevealScript } from './reveal-script'

export type JobPageProps = {
  params: Promise<{ jobId: string; applicationId?: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// The framework gives it as the address has it to one reader and decoded to another: a % of the id's own must not fail.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function read({ params, searchParams }: JobPageProps) {
  const [{ jobId, applicationId }, search] = await Promise.all([params, searchParams])
  if (!jobIdPattern.test(jobId)) notFound()
  const { account } = search
  const ref: JobRef = { jobId, account: typeof account === 'string' && account !== '' ? account : null }
  const view = parseView(search)
  const layout = parseLayout(search)
  const address = toParams(search).toString()
  return { ref, address, view, layout, applicationId: applicationId && decoded(applicationId) }
}

/** What the address carries, else what this browser's reader chose before, else the usual. */
async function readLayout(fromAddress: TableLayout | null): Promise<TableLayout> {
  const kept = (await cookies()).get(layoutCookie)?.value
  return fromAddress ?? (kept ? parseLayout(kept) : null) ?? defaultLayout
}

const openJob = cache(async (jobId: string, account: string | null): Promise<Job> => {
  const services = await getServices()
  return services.openJob({ jobId, account })
})

/** The name of the job; before it that of the person whose link this is. */
export async function jobMetadata(props: JobPageProps) {
  const { ref, applicationId } = await read(props)
  const [job, person] = await Promise.all([
    openJob(ref.jobId, ref.account).catch(() => null),
    applicationId === undefined ? null : findName(ref, applicationId).catch(() => null),
  ])
  const jobName = job?.label ?? `Job ${ref.jobId}`
  return { title: person === null ? jobName : `${person} · ${jobName}` }
}

const findName = async (ref: JobRef, applicationId: string) =>
  (await getServices()).nameCandidate(ref, applicationId)

const noViews = () => Promise.reject(new Error('Only its key is needed'))

type Services = Awaited<ReturnType<typeof getServices>>

async function find(services: Services, ref: JobRef, applicationId: string, view: View): Promise<Arrival> {
  try {
    const index = await services.locateCandidate(ref, applicationId, view)
    return index === null ? { kind: 'left-out', applicationId } : { kind: 'person', applicationId, index }
  } catch (error) {
    if (error instanceof AppError && error.code === 'candidate_not_found') {
      return { kind: 'not-loaded', applicationId }
    }
    throw error
  }
}

/**
 * Hides people the reader has already decided about, if they turned that on and nothing else says what to open. By
 * another address: what is hidden shows in the bar, can be removed, and is in a link that is copied.
 */
async function openRemembered(services: Services, ref: JobRef, view: View): Promise<void> {
  const { hideDecided } = await services.showSettings()
  if (hideDecided) redirect(jobPath(ref, { ...view, ...setChoices('decided', ['0']) }))
}

/** The page of a job, with or without one person of it open: rows are in the first HTML, read through the services. */
export async function JobPage(props: JobPageProps) {
  const { ref, address, view, layout, applicationId } = await read(props)
  const client = new QueryClient()
  let job: Job | null = null
  let arrival: Arrival = { kind: 'list' }
  let unknownAccount = false
  try {
    const services = await getServices()
    // A link to somebody shows them among everyone.
    const openedBy = applicationId === undefined ? await openView(services, ref, address) : 'address'
    job = await openJob(ref.jobId, ref.account)
    if (openedBy === 'everyone') await openRemembered(services, ref, view)
    if (applicationId !== undefined) arrival = await find(services, ref, applicationId, view)
    const start = arrival.kind === 'person' ? { around: arrival.applicationId } : null
    await Promise.all([
      client.prefetchInfiniteQuery(
        candidatesQuery(ref, view, start, (from, limit) => services.listCandidates(ref, view, from, limit)),
      ),
      client.prefetchQuery(runningFetchQuery(ref, () => services.runningFetch(ref))),
      client.prefetchQuery(blindQuery(ref, () => services.showBlindReview(ref))),
      client.prefetchQuery(savedViewsQuery(ref, () => services.listSavedViews(ref, { counted: false }))),
      start &&
        client.prefetchQuery(historyQuery(ref, start.around, () => services.showHistory(ref, start.around))),
      start && client.prefetchQuery(reasonsQuery(() => services.listReasons())),
    ])
  } catch (error) {
    // Whoever is signed out is sent to sign in by an error of the framework's own.
    unstable_rethrow(error)
    // Anything but this: the page asks again from the browser, whose call is logged, and says there what is wrong.
    unknownAccount = error instanceof AppError && error.code === 'account_not_found'
  }
  if (unknownAccount) notFound()
  const views = client.getQueryData(savedViewsQuery(ref, noViews).queryKey)?.items ?? []
  const request = await headers()
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <JobScreen
        key={`${ref.account ?? ''}/${ref.jobId}`}
        jobRef={ref}
        address={readAddress(views, address, job)}
        arrival={arrival}
        job={job}
        layout={await readLayout(layout)}
        now={new Date().toISOString()}
        phone={isPhone(request)}
      />
      {arrival.kind === 'person' ? (
        <RevealScript
          applicationId={arrival.applicationId}
          nonce={request.get('x-shortlist-nonce') ?? undefined}
        />
      ) : null}
    </HydrationBoundary>
  )
}
