import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { CandidatePage } from '@/lib/contracts/candidate'
import { type FetchKind, fetchQuote, type FetchResult, fetchResult } from '@/lib/contracts/fetch'
import { type Problem, problem } from '@/lib/contracts/problem'
import { readFetchEvents } from '@/lib/query/fetch-events'
import { between, pick, type Random, createRandom } from '@/lib/sandbox/random'
import { correct } from './numbers'
import { jobId } from './soak-provider'
import { fetchAsOwner } from './signed-in'

/** What everybody saw, together. */
export type Tally = {
  /** Milliseconds that each free read took. */
  reads: number[]
  fetches: number
  /** Problems shown, by who met them and their code. */
  spenders: Map<string, number>
  readers: Map<string, number>
  /** Answers with status 500. */
  broken: number
}

export const newTally = (): Tally => ({
  reads: [],
  fetches: 0,
  spenders: new Map(),
  readers: new Map(),
  broken: 0,
})

const job = `/api/jobs/${jobId}`
function note(tally: Tally, of: 'spenders' | 'readers', { code, status }: Problem): void {
  tally[of].set(code, (tally[of].get(code) ?? 0) + 1)
  if (status === 500) tally.broken += 1
}

async function get(tally: Tally, url: string): Promise<unknown> {
  const startedAt = performance.now()
  const response = await fetchAsOwner(url)
  const value: unknown = await response.json()
  tally.reads.push(performance.now() - startedAt)
  if (response.ok) return value
  note(tally, 'readers', problem.parse(value))
  return null
}

async function readPage(tally: Tally, url: string, search: string): Promise<CandidatePage | null> {
  // Not read through its contract: the bench would be busier with that than the servers are with answering.
  const page = (await get(tally, `${url}${job}/candidates?${search}`)) as CandidatePage | null
  if (page === null) return null
  const ids = new Set(page.items.map(({ applicationId }) => applicationId))
  correct(ids.size === page.items.length, 'a page names nobody twice')
  correct(page.counts.matched <= page.counts.stored, 'no more people match than are stored')
  return page
}

const searches = ['', 'rating=GOOD_FIT,MAYBE', 'sort=-years', 'sort=name', 'q=manager', 'new=1', 'top=1']

/** Reads pages, facets and people on both servers in turns; spends nothing. */
export async function readAlong(tally: Tally, urls: readonly string[], name: string, until: number) {
  const random = createRandom(name)
  let cursor: string | null = null
  let search = ''
  let ids: string[] = []
  for (let turn = between(random, 0, 1); performance.now() < until; turn += 1) {
    const url = urls[turn % urls.length] ?? ''
    const what = random()
    if (what < 0.6) {
      if (cursor === null) search = pick(random, searches)
      const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
      const page = await readPage(tally, url, `${search}${at}`)
      if (page && page.items.length > 0) ids = page.items.map(({ applicationId }) => applicationId)
      cursor = page?.nextCursor ?? null
    } else if (what < 0.8 || ids.length === 0) {
      await get(tally, `${url}${job}/facets?${pick(random, searches)}`)
    } else {
      await get(tally, `${url}${job}/candidates/${encodeURIComponent(pick(random, ids))}`)
    }
    await pause(between(random, 0, 100))
  }
}

/** Buys as the page does: at most for what the quote says, following what takes many pages as events. */
export async function buy(tally: Tally, url: string, kind: FetchKind): Promise<FetchResult | null> {
  const quote = fetchQuote.parse(await (await fetchAsOwner(`${url}${job}/quote?kind=${kind}`)).json())
  const many = kind === 'complete' || kind === 'refresh'
  tally.fetches += 1
  const response = await fetchAsOwner(`${url}${job}/fetches`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(many ? { accept: 'text/event-stream' } : {}),
    },
    body: JSON.stringify({ kind, maxCredits: quote.credits ?? 100 }),
  })
  if (many && response.ok && response.body) {
    const ending = await readFetchEvents(response.body, () => {})
    correct(ending !== null, 'a fetch that is followed has an end')
    if (ending.ok) return fetchResult.parse(ending.result)
    note(tally, 'spenders', ending.problem)
    return null
  }
  const value: unknown = await response.json()
  if (response.ok) return fetchResult.parse(value)
  note(tally, 'spenders', problem.parse(value))
  return null
}

function kindOf(random: Random): FetchKind {
  const kind = random()
  if (kind < 0.4) return 'next'
  if (kind < 0.75) return 'check'
  return kind < 0.95 ? 'complete' : 'refresh'
}

/** Buys now and then, in all four ways, on either server. */
export async function spendAlong(tally: Tally, urls: readonly string[], name: string, until: number) {
  const random = createRandom(name)
  while (performance.now() < until) {
    await buy(tally, pick(random, urls), kindOf(random))
    await pause(between(random, 50, 300))
  }
}

/** Everyone whom the store holds, gone or not. */
export async function storedIds(tally: Tally, url: string): Promise<Set<string>> {
  const ids = new Set<string>()
  let cursor: string | null = null
  do {
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: CandidatePage | null = await readPage(tally, url, `limit=200${at}`)
    correct(page !== null, 'the whole list can be read')
    for (const { applicationId } of page.items) ids.add(applicationId)
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}
