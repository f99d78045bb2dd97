'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GuestPerson } from '@/lib/contracts/guest'
import type { View } from '@/lib/contracts/view'
import { isPreparing, toProblem } from '@/lib/query/http'
import { guestBff, guestPagesQuery } from '@/lib/query/guest'

const none: GuestPerson[] = []

/** The people of a link that a view shows, as many pages of them as were read. */
export function useGuestPages(token: string, view: View) {
  const query = useInfiniteQuery({
    ...guestPagesQuery(token, view, (cursor, limit, signal) =>
      guestBff.page(token, view, cursor, limit, signal),
    ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const { data, error, failureReason, isPlaceholderData, isFetching, hasNextPage, fetchNextPage, refetch } =
    query
  const people = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? none, [data])
  return {
    people,
    /** Null before the first answer. */
    counts: data?.pages.at(-1)?.counts ?? null,
    /** The people shown are not yet those of the view. */
    stale: isPlaceholderData,
    fetching: isFetching,
    more: hasNextPage && !isPlaceholderData ? fetchNextPage : null,
    /** Says how far the people are, while what the view asks for waits for them. */
    preparing: isPreparing(failureReason) ? toProblem(failureReason).detail : null,
    problem: error ? toProblem(error) : null,
    retry: () => void refetch(),
  }
}
export type GuestPages = ReturnType<typeof useGuestPages>
