'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { announce } from '@/components/ui/announcer'
import { useWrite, type WriteOptions } from './use-write'

type Options<Variables, Data> = WriteOptions<Variables, Data> & {
  /** What to announce once it is done. */
  done: string | ((variables: Variables) => string)
}

/** A write that changes what the server has drawn on this page: the page is refreshed, and what was done is announced. */
export function useChange<Variables = void, Data = unknown>({
  mutationFn,
  onSuccess,
  done,
}: Options<Variables, Data>) {
  const router = useRouter()
  const [refreshing, startRefresh] = useTransition()
  const { isPending, problem, write } = useWrite<Variables, Data>({
    mutationFn,
    async onSuccess(data, variables) {
      await onSuccess?.(data, variables)
      announce(typeof done === 'string' ? done : done(variables))
      startRefresh(() => router.refresh())
    },
  })
  return { busy: isPending || refreshing, problem, change: write }
}
