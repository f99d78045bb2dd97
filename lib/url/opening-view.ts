import type { SavedView } from '@/lib/contracts/saved-views'
import type { JobRef } from './paths'
import { everyone, filterPart, saysView, viewKey, viewPart } from './view-part'

/** The query that opens a saved view, without a `?`. */
export const savedViewQuery = ({ id, query }: Pick<SavedView, 'id' | 'query'>): string =>
  [filterPart(query), `${viewKey}=${encodeURIComponent(id)}`].filter(Boolean).join('&')

/**
 * The address of a job that shows what a query says.
 * @param query as it was stored: what an address cannot hold is encoded
 */
export function jobQueryPath({ jobId, account }: JobRef, query: string): string {
  const ofAccount = account === null ? '' : `account=${encodeURIComponent(account)}`
  const search = [query, ofAccount].filter(Boolean).join('&')
  return `/jobs/${jobId}${new URL(`?${search.replaceAll('#', '%23')}`, 'http://job').search}`
}

export const savedViewPath = (ref: JobRef, view: Pick<SavedView, 'id' | 'query'>): string =>
  jobQueryPath(ref, savedViewQuery(view))

export const everyonePath = (ref: JobRef): string => jobQueryPath(ref, `${viewKey}=${everyone}`)

type Sources = {
  /** The query of the address. */
  address: string
  /** The view of this job that the browser showed last in this session; null for none. */
  session: string | null
  /** The views that the reader has. */
  views: readonly Pick<SavedView, 'id' | 'query' | 'myDefault' | 'teamDefault'>[]
}
export type Opening = { by: 'address' | 'session' | 'mine' | 'team' | 'everyone'; query: string }

/**
 * Which view of a job opens: what the address says, else the session's last, else the reader's default, else the team's,
 * else everyone (docs/decisions/0021-which-view-opens.md).
 * @returns its query, '' for everyone, and what decided
 */
export function findOpening({ address, session, views }: Sources): Opening {
  if (saysView(address)) return { by: 'address', query: viewPart(address) }
  if (session !== null) return { by: 'session', query: session }
  const mine = views.find(({ myDefault }) => myDefault)
  if (mine) return { by: 'mine', query: savedViewQuery(mine) }
  const team = views.find(({ teamDefault }) => teamDefault)
  if (team) return { by: 'team', query: savedViewQuery(team) }
  return { by: 'everyone', query: '' }
}
