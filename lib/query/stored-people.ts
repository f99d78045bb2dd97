import { infiniteQueryOptions } from '@tanstack/react-query'
import type { StoredPeoplePage } from '@/lib/contracts/stored-people'
import { call } from './http'

/** A page of the people stored whom a search finds. */
export function fetchStoredPeople(
  q: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<StoredPeoplePage> {
  const search = new URLSearchParams({ q })
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
  q: string,
  fetchPage: (cursor: string | null, signal?: AbortSignal) => Promise<StoredPeoplePage>,
) =>
  infiniteQueryOptions({
    queryKey: ['stored-people', q],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
