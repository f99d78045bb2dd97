import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import { ListEnd } from '@/components/credits/list-end'
import { ScopeLine, ScopeNotice } from '@/components/credits/scope-line'
import { useFetchMore } from '@/components/credits/use-fetch-more'
import { useSpend } from '@/components/credits/use-spend'
import { JobList } from '@/components/jobs/job-list'
import { CreditMeter } from '@/components/shell/credit-meter'
import { Announcer } from '@/components/ui/announcer'
import { defaultKeys, ReaderProvider } from '@/components/shared/reader'
import { writeAskAbove } from '@/components/shared/use-ask-above'
import { emptyView } from '@/lib/contracts/words'
import { bff } from '@/lib/query/bff'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { origin } from '../integration/http-desk'
import { findRoute, type Method } from '../integration/routes'

/** Lets the browser's calls reach the product's own handlers. @param wrap what becomes of an answer on its way */
export function serveCalls(
  wrap: (response: Response, path: string, method: Method) => Response = (response) => response,
) {
  // The page's own is of another realm than what the server's parts make.
  vi.stubGlobal('Uint8Array', Object.getPrototypeOf(Buffer))
  const outside = globalThis.fetch
  vi.stubGlobal('fetch', async (input: string | URL | Request, init: RequestInit = {}) => {
    if (typeof input !== 'string' || !input.startsWith('/')) return outside(input, init)
    const path = new URL(input, origin).pathname
    const { handlers, params } = findRoute(path)
    const method = (init.method ?? 'GET') as Method
    const headers = { ...(init.headers as Record<string, string>), host: new URL(origin).host }
    const request = new Request(`${origin}${input}`, { method, headers, body: init.body })
    return wrap(await handlers[method](request, { params: Promise.resolve(params) }), path, method)
  })
}

/** An answer that breaks off after so many events. */
export function cutAfter(response: Response, events: number): Response {
  let left = events
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (left <= 0) return controller.error(new TypeError('network error'))
      controller.enqueue(chunk)
      left -= 1
    },
  })
  return new Response(response.body?.pipeThrough(cut), response)
}

/** The money of a job's page: the meter of the header, the scope line, the end of the list, and what is announced. */
function JobMoney({ jobRef }: { jobRef: JobRef }) {
  const more = useFetchMore(jobRef)
  const { spend, question } = useSpend(more)
  const { data, error } = useQuery({
    queryKey: keys.candidates(jobRef),
    queryFn: ({ signal }) => bff.candidates(jobRef, emptyView, null, 30, signal),
  })
  if (error) throw error
  if (!data) return null
  const { job } = data
  const shared = { job, more, spend, matched: job.stored, filtered: false }
  return (
    <>
      <ScopeLine {...shared} searching="no" />
      <ScopeNotice more={more} />
      <ListEnd {...shared} scrolls={false} autoload={null} />
      {question}
    </>
  )
}

function show(page: React.ReactNode, visit: 'new' | 'same' = 'new') {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  if (visit === 'new') window.sessionStorage.clear()
  // Dear presses are asked about; that has its own tests.
  writeAskAbove(1_000)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0 } } })
  render(
    <QueryClientProvider client={client}>
      <ReaderProvider
        reader={{ id: 'ada', name: 'Ada', role: 'recruiter', signIn: false, keys: defaultKeys }}
      >
        <CreditMeter />
        {page}
        <Announcer />
      </ReaderProvider>
    </QueryClientProvider>,
  )
  return { client, user: userEvent.setup() }
}

export const showJobMoney = (jobRef: JobRef) => show(<JobMoney jobRef={jobRef} />)
/** The page after a reload: nothing of it is left but what the tab keeps. */
export const reloadJobMoney = (jobRef: JobRef) => show(<JobMoney jobRef={jobRef} />, 'same')
/** A page of the same tab that loads nothing. */
export const showMeterAlone = () => show(null, 'same')
export const showJobList = () => show(<JobList accounts={['main']} samples={false} />)

/** Takes the page away and waits for what it still asks for: the store is emptied after. */
export async function leave(client: QueryClient): Promise<void> {
  cleanup()
  await client.cancelQueries()
  client.clear()
}

const numberIn = (pattern: RegExp, text: string | null | undefined): number | null => {
  const found = pattern.exec(text ?? '')?.[1]
  return found === undefined ? null : Number(found.replaceAll(',', ''))
}

export const failedNotice = () => screen.queryByRole('group', { name: 'The last load failed' })

/** What the whole screen says of money now. */
export function moneySaid() {
  const notice = failedNotice()?.textContent ?? null
  const meter = screen.queryByTitle('Where the credits went')?.textContent
  const all = document.body.textContent ?? ''
  return {
    notice,
    /** Credits the notice says were charged; 0 where it says that nothing was; null where it names no sum. */
    charged: notice?.includes('Nothing was charged.')
      ? 0
      : numberIn(/You were charged ([\d,]+) credits?\./, notice),
    /** The notice leaves open whether more was charged. */
    doubt: notice !== null && /may have (been charged|gone through)/.test(notice),
    visit: numberIn(/([\d,]+) in this visit/, meter) ?? 0,
    today: numberIn(/([\d,]+) of [\d,]+ credits today/, meter),
    /** What an outcome says the whole load cost. */
    dearer: numberIn(/Charged ([\d,]+) credits?, [\d,]+ over the estimate/, all),
    unpriced: all.includes('stated no price'),
    checked: numberIn(/([\d,]+) credits? charged[.,]/, all),
    checkedInDoubt: numberIn(/charged, ([\d,]+) possibly\./, all) ?? 0,
  }
}

export const findScope = async () => within(await screen.findByRole('region', { name: 'What is loaded' }))
