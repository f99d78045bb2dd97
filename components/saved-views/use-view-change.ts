'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useWrite } from '@/components/shared/use-write'
import { announce } from '@/components/ui/announcer'
import { savedViewKeys } from '@/lib/query/saved-views'
import type { JobRef } from '@/lib/url/paths'

type Change<Data> = { call: () => Promise<Data>; done: string; then?: (data: Data) => void }

/** A write about the views of a job: they are read again, and what was done is announced. */
export function useViewChange<Data>(ref: JobRef) {
  const client = useQueryClient()
  const { isPending, problem, write, reset } = useWrite<Change<Data>, Data>({
    mutationFn: ({ call }) => call(),
    async onSuccess(data, { done, then }) {
      await client.invalidateQueries({ queryKey: savedViewKeys(ref) })
      announce(done)
      then?.(data)
    },
  })
  return { busy: isPending, problem, change: write, reset }
}
