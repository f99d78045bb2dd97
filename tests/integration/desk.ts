import type { LedgerEntry } from '@/lib/contracts/credits'
import type { FetchKind, FetchResult } from '@/lib/contracts/fetch'
import { emptyView } from '@/lib/contracts/words'
import { AppError } from '@/lib/server/platform/app-error'
import type { Context } from '@/lib/server/auth/context'
import { listCredits } from '@/lib/server/purchases/credits'
import type { OnProgress } from '@/lib/server/purchases/buy-many'
import { fetchCandidates } from '@/lib/server/purchases/fetch-candidates'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import type { JobRef } from '@/lib/url/paths'

type Options = {
  maxCredits?: number
  idempotencyKey?: string | null
  signal?: AbortSignal
  onProgress?: OnProgress
}

/** Fetches in any of the four ways, at any price unless told. */
export const buy = (
  context: Context,
  job: JobRef,
  kind: FetchKind,
  { maxCredits = 1_000, idempotencyKey = null, ...rest }: Options = {},
) => fetchCandidates(context, job, { kind, maxCredits }, { idempotencyKey, ...rest })

/** Loads more, at any price unless told. */
export const buyNext = (context: Context, job: JobRef, options?: Options) =>
  buy(context, job, 'next', options)

/** Loads more, and gives why it could not. @throws Error when it could, or for another reason than ours */
export async function failToBuy(context: Context, job: JobRef, options?: Options): Promise<AppError> {
  const outcome: unknown = await buyNext(context, job, options).catch((thrown: unknown) => thrown)
  if (outcome instanceof AppError) return outcome
  throw new Error('the fetch was expected to be refused', { cause: outcome })
}

/** Loads more until the list says that it has ended. @param after what happens after each page, counted from 1 */
export async function buyAll(
  context: Context,
  job: JobRef,
  after: (result: FetchResult, page: number) => void = () => {},
): Promise<FetchResult[]> {
  const results: FetchResult[] = []
  // More pages than any list of these tests has: a list that never ends is a failure, not a wait.
  while (results.length < 100) {
    const result = await buyNext(context, job)
    results.push(result)
    after(result, results.length)
    if (result.list.status !== 'partial') return results
  }
  throw new Error('the list did not end')
}

/** The whole ledger, newest first. */
export async function ledgerOf(context: Context): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  let cursor: string | null = null
  do {
    const page = await listCredits(context, { cursor, limit: 200 })
    entries.push(...page.entries)
    cursor = page.nextCursor
  } while (cursor !== null)
  return entries
}

/** Every stored applicant of a job, in the provider's order. */
export async function storedIds(context: Context, job: JobRef): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page = await listCandidates(context, job, emptyView, cursor === null ? null : { cursor }, 200)
    ids.push(...page.items.map(({ applicationId }) => applicationId))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}
