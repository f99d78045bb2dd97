import type { SavedView } from '@/lib/contracts/saved-views'
import { layoutParsers } from './layout'
import type { JobRef } from './paths'
import { viewParsers } from './view'

/** Names the saved view that an address began from. Its filters stand beside it, so the name alone shows everyone. */
export const viewKey = 'view'
/** The value of `view` for everyone, whatever opens by default. */
export const everyone = 'all'

const otherKeys = ['account', ...Object.keys(layoutParsers)]

function withoutKeys(search: string, keys: readonly string[]): string {
  const parts = search.replace(/^\?/, '').split('&')
  return parts.filter((part) => part !== '' && !keys.includes(part.split('=', 1)[0] ?? '')).join('&')
}

/** The part of a query that says who is shown, as it was written: neither the account nor the arrangement of columns. */
export const viewPart = (search: string): string => withoutKeys(search, otherKeys)

/** The same without the name of a view: what a saved view stores. */
export const filterPart = (search: string): string => withoutKeys(search, [...otherKeys, viewKey])

/** Whether an address says who is shown. One that does not opens a default. */
export const saysView = (search: string): boolean =>
  [...new URLSearchParams(search).keys()].some((key) => key === viewKey || Object.hasOwn(viewParsers, key))

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
