import { queryOptions } from '@tanstack/react-query'
import type { Insights } from '@/lib/contracts/insights'
import type { View } from '@/lib/contracts/view'
import type { JobRef } from '@/lib/url/paths'
import { viewToSearch } from '@/lib/url/view'
import { api } from './bff'
import { call } from './http'
import { keys } from './options'

const shape = async () => (await import('@/lib/contracts/insights')).insights

/** What the people of a view are like. With the counts of filters, which change with the same. */
export const insightsQuery = (ref: JobRef, view: View, read?: () => Promise<Insights>) =>
  queryOptions({
    queryKey: [...keys.facets(ref), 'insights', { ...view, sort: [] }],
    queryFn: ({ signal }) =>
      read?.() ?? call(shape, api(ref, '/insights', viewToSearch({ ...view, sort: [] })), { signal }),
    staleTime: 30_000,
  })
