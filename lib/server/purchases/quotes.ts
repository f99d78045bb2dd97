import 'server-only'
import type { FetchKind, FetchQuote } from '@/lib/contracts/fetch'
import { firstWindow, newList } from '@/lib/domain/list-drift'
import { toOffer } from '@/lib/domain/offers'
import { priceRows } from '@/lib/domain/terms'
import * as jobs from '@/lib/server/candidates/store/jobs'
import * as ledger from '@/lib/server/purchases/store/ledger'
import type { JobRef } from '@/lib/url/paths'
import { type Context, toJobKey } from '@/lib/server/auth/context'

/**
 * The offer of one kind of fetch, as a job carries it, and what is left of the day. Free, and holds nothing.
 * @throws AppError account_not_found
 */
export async function quoteFetch(context: Context, ref: JobRef, kind: FetchKind): Promise<FetchQuote> {
  const key = toJobKey(context, ref)
  const { terms } = context.provider
  const [row, spent] = await Promise.all([jobs.getJob(context.db, key), ledger.spentToday(context.db)])
  const list = row ? jobs.toListState(row) : newList
  const offer = toOffer(list, kind, terms)
  // A fetch of many windows has no price of its own before the first answer tells how long the list is.
  const open = offer !== null && list.total === null && kind !== 'next' && kind !== 'check'
  return {
    kind,
    rows: open ? null : (offer?.rows ?? 0),
    credits: open ? null : (offer?.credits ?? 0),
    resumes: offer?.resumes ?? false,
    firstCredits: priceRows(firstWindow(list, kind, terms)?.count ?? 0, terms),
    leftToday: Math.max(0, context.creditsPerDay - spent),
  }
}
