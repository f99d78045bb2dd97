import 'server-only'
import type { FetchRequest, FetchResult } from '@/lib/contracts/fetch'
import { firstWindow } from '@/lib/domain/list-drift'
import { priceRows } from '@/lib/domain/terms'
import { AppError } from '@/lib/server/platform/app-error'
import type { Account } from '@/lib/server/platform/env'
import * as jobs from '@/lib/server/candidates/store/jobs'
import { buyWindow } from './buy-window'
import { noCharge } from './charge'
import type { ActiveLease } from './list-lease'
import type { Context, JobKey } from '@/lib/server/auth/context'
import { nothingToFetch, storedSince } from './fetch-answer'

/** A fetch that was asked for, under the id that its list's lease names. */
export type Asked = {
  id: string
  key: JobKey
  account: Account
  request: FetchRequest
  idempotencyKey: string | null
  requestHash: string
  lease: ActiveLease
}

/** Buys the one window of a `next` or a `check`. @throws AppError price_above_max, or what `buyWindow` does */
export async function buyOne(context: Context, { request, ...asked }: Asked): Promise<FetchResult> {
  const { kind, maxCredits, automatic, visit } = request
  const { terms } = context.provider
  const known = jobs.toKnownList(await jobs.touchJob(context.db, asked.key))
  const { list, revision } = known
  const since = storedSince(request, known, terms)
  if (since) return since
  const window = firstWindow(list, kind, terms)
  if (!window) return nothingToFetch(kind, known, terms)
  const needed = priceRows(window.count, terms)
  if (needed > maxCredits) throw new AppError('price_above_max', { needed, left: maxCredits, ...noCharge })
  const purchase = { ...asked, kind, window, revision, automatic, visit, runId: null }
  return (await buyWindow(context, purchase)).result
}
