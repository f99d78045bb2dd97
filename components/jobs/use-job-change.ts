'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { announce } from '@/components/ui/announcer'
import { toProblem } from '@/lib/query/http'
import { keys } from '@/lib/query/options'
import { privacyKey } from '@/lib/query/privacy'
import type { JobRef } from '@/lib/url/paths'

type Change<T> = { change: () => Promise<T>; done: string; then: (value: T) => void }

/** Changes how long a job stays, and has everything that shows it read anew. */
export function useJobChange<T>(jobRef: JobRef, { change, done, then }: Change<T>) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: change,
    async onSuccess(value) {
      announce(done)
      then(value)
      await Promise.all(
        [keys.jobs, keys.job(jobRef), privacyKey].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
    },
  })
  return {
    act: () => (isPending ? undefined : mutate()),
    busy: isPending,
    problem: error && toProblem(error),
  }
}
