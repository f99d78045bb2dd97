import { infiniteQueryOptions } from '@tanstack/react-query'
import type { StoredPeoplePage } from '@/lib/contracts/stored-people'
import type { PeopleQuery } from '@/lib/url/people'
import { call } from './http'

/** A page of the people stored whom a search finds. */
export function fetchStoredPeople(
  { q, criteria }: PeopleQuery,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<StoredPeoplePage> {
  const search = new URLSearchParams({ q })
  if (criteria !== null) search.set('criteria', criteria.jobId)
  if (criteria !== null && criteria.account !== null) search.set('account', criteria.account)
  if (cursor !== null) search.set('cursor', cursor)
  return call(
    async () => (await import('@/lib/contracts/stored-people')).storedPeoplePage,
    `/api/people?${search}`,
    {
      signal,
    },
  )
}

/** Everyone stored whom a search finds, page by page. */
export const storedPeopleQuery = (
  query: PeopleQuery,
  fetchPage: (cursor: string | null, signal?: AbortSignal) => Promise<StoredPeoplePage>,
) =>
  infiniteQueryOptions({
    queryKey: ['stored-people', query],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
