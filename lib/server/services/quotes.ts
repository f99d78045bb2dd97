import 'server-only'
import type { FetchKind, FetchQuote } from '@/lib/contracts/fetch'
import { errandCredits, errandOf, errandRows, firstWindow, newList } from '@/lib/domain/list-drift'
import { priceRows } from '@/lib/domain/terms'
import * as jobs from '@/lib/server/store/jobs'
import * as ledger from '@/lib/server/store/ledger'
import type { JobRef } from '@/lib/url/paths'
import { type Context, jobKeyOf } from './context'

/** What a kind of fetch can cost at most now. Free, and holds nothing. @throws AppError account_not_found */
export async function quoteFetch(context: Context, ref: JobRef, kind: FetchKind): Promise<FetchQuote> {
  const key = jobKeyOf(context, ref)
  const { terms } = context.provider
  const [row, spent] = await Promise.all([jobs.getJob(context.db, key), ledger.spentToday(context.db)])
  const list = row ? jobs.listOf(row) : newList
  const first = firstWindow(list, kind, terms)?.count ?? 0
  const quote = {
    kind,
    firstCredits: priceRows(first, terms),
    leftToday: Math.max(0, context.creditsPerDay - spent),
    resumes: false,
  }
  if (kind === 'next' || kind === 'check') return { ...quote, rows: first, credits: quote.firstCredits }
  const errand = errandOf(list, kind)
  if (errand === null) return { ...quote, rows: 0, credits: 0 }
  const resumes = errand === 'pass' && list.again !== null
  return { ...quote, resumes, rows: errandRows(list, errand), credits: errandCredits(list, errand, terms) }
}
