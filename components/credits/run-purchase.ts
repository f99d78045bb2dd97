import type { QueryClient } from '@tanstack/react-query'
import { announce } from '@/components/ui/announcer'
import type { Formats } from '@/components/shared/use-formats'
import { startVisit } from '@/components/shared/use-credit-meter'
import type { FetchProgress } from '@/lib/contracts/fetch'
import type { Problem } from '@/lib/contracts/problem'
import { fetches } from '@/lib/query/fetches'
import { ProblemError } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import type { JobRef } from '@/lib/url/paths'
import { outcomeWords } from './fetch-words'
import type { Purchase } from './purchase'
import { readPage, refetchList } from './refetch-list'
import { noteAutoloadLeft } from './use-autoload'
import type { Failure, Outcome } from './use-fetch-more'

type Run = {
  client: QueryClient
  ref: JobRef
  number: Formats['number']
  purchase: Purchase
  key: string
  onProgress: (progress: FetchProgress) => void
}

/** How it ended, and the failure to show; null where nothing failed, or nobody pressed. */
type RunEnd = { outcome: Outcome; failure: Failure | null }

const unread: Problem = {
  type: 'about:blank',
  title: 'The answer was lost',
  status: 0,
  code: 'unexpected_answer',
  detail: 'Shortlist’s answer could not be read.',
}

const lostOnTheWay = ({ code, status }: Problem) =>
  code === 'offline' || (code === 'unexpected_answer' && (status === 0 || status >= 500))

/** Makes one purchase under its key and reads the list again. Never throws. */
export async function runPurchase({ client, ref, number, purchase, key, onProgress }: Run): Promise<RunEnd> {
  try {
    let pages = 0
    const onPage = (progress: FetchProgress) => {
      onProgress(progress)
      if (progress.pages > pages) readPage(client, ref)
      pages = progress.pages
    }
    const { kind, price, seen, automatic } = purchase
    const request = { kind, maxCredits: price, seen, automatic, visit: startVisit() }
    const result = await (kind === 'complete' || kind === 'refresh'
      ? fetches.followFetch(ref, request, key, onPage)
      : fetches.fetchMore(ref, request, key))
    // The rows on screen stay while they are read again; the button stays busy until the new ones are there.
    await refetchList(client, ref)
    announce(outcomeWords(kind, result, number))
    return { outcome: { ok: true, result }, failure: null }
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : unread
    if (problem.code === 'autoload_used_up') {
      // Nobody pressed, so nothing failed: the end of the list shows what scrolling may still do.
      noteAutoloadLeft(client, problem.left ?? 0)
      return { outcome: { ok: false, problem }, failure: null }
    }
    const sameKey = lostOnTheWay(problem) ? key : null
    announce(`${problem.title}. ${problem.detail}`)
    void client.invalidateQueries({ queryKey: keys.credits })
    // The list is not as this page shows it: its prices may be others by now.
    if (problem.status === 409) void client.invalidateQueries({ queryKey: keys.job(ref) })
    const failure = { purchase, problem, sameKey, at: performance.now() }
    return { outcome: { ok: false, problem }, failure }
  }
}
