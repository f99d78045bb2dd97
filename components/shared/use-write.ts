'use client'

import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Problem } from '@/lib/contracts/problem'
import { toProblem } from '@/lib/query/http'

export type WriteOptions<Variables, Data> = {
  mutationFn: (variables: Variables) => Promise<Data>
  onSuccess?: (data: Data, variables: Variables) => void | Promise<void>
}

export type Write<Variables> = {
  isPending: boolean
  /** Why the last one was refused; null while none was. */
  problem: Problem | null
  write: (variables: Variables) => void
  reset: () => void
}

/**
 * A write to the server, one at a time: pressed twice, it is sent once. Without a connection it fails at once instead
 * of waiting for one, which nobody would expect of a form minutes later.
 */
export function useWrite<Variables = void, Data = unknown>({
  mutationFn,
  onSuccess,
}: WriteOptions<Variables, Data>): Write<Variables> {
  // The pending state is drawn a moment later: this refuses a second press in between.
  const running = useRef(false)
  const { mutate, isPending, error, reset } = useMutation({
    networkMode: 'always',
    mutationFn,
    onSuccess: (data: Data, variables: Variables) => onSuccess?.(data, variables),
    onSettled() {
      running.current = false
    },
  })
  return {
    isPending,
    problem: error && toProblem(error),
    reset,
    write(variables) {
      if (running.current) return
      running.current = true
      mutate(variables)
    },
  }
}
