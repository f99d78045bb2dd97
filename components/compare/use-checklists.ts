import { useQueries } from '@tanstack/react-query'
import type { Checklist } from '@/lib/contracts/criteria'
import { checklistQuery, criteriaCalls } from '@/lib/query/criteria'
import type { JobRef } from '@/lib/url/paths'

/** The checklists of some people, by application; those that have not come yet are not among them. */
export function useChecklists(jobRef: JobRef, ids: readonly string[]): ReadonlyMap<string, Checklist> {
  const queries = useQueries({
    queries: ids.map((id) => ({
      ...checklistQuery(jobRef, id, (signal) => criteriaCalls.checklist(jobRef, id, signal)),
      staleTime: 30_000,
    })),
  })
  return new Map(
    ids.flatMap((id, at) => {
      const data = queries[at]?.data
      return data ? [[id, data] as const] : []
    }),
  )
}
