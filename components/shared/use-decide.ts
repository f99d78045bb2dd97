'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import type { Decision } from '@/lib/contracts/decision-words'
import { decide, type DecideOptions, suggest } from '@/lib/query/decide'
import { DecisionQueue } from '@/lib/query/decision-queue'
import { browserOrders, type OrderStorage } from '@/lib/query/order-storage'
import type { JobRef } from '@/lib/url/paths'
import { showDecisions } from './decisions-shown'
import { useReader } from './reader'

const queues = new WeakMap<QueryClient, DecisionQueue>()
/** Where a page is drawn on the server, nothing is decided. */
const nothingKept: OrderStorage = { save: () => undefined, adopt: async () => [] }

/** The one queue of a page. */
export function useDecisionQueue(): DecisionQueue {
  const client = useQueryClient()
  const { id, name } = useReader()
  const known = queues.get(client)
  if (known) return known
  const inBrowser = typeof window !== 'undefined'
  const storage = inBrowser ? browserOrders(id) : nothingKept
  const queue = new DecisionQueue({ client, member: { id, name }, storage })
  queues.set(client, queue)
  if (inBrowser) void queue.resume()
  return queue
}

/** What was decided last, what waits, clashes and refusals. */
export function useDecisionState() {
  const queue = useDecisionQueue()
  return useSyncExternalStore(queue.subscribe, queue.getState, queue.getState)
}

/**
 * Deciding on a job. What is decided is shown at once and saved as soon as the server is there; what became of it is told
 * by the notices that `DecisionHost` draws.
 */
export function useDecide(ref: JobRef) {
  const client = useQueryClient()
  const queue = useDecisionQueue()
  const { id, name } = useReader()
  const { account, jobId } = ref
  return useMemo(() => {
    const deciding = { client, queue, member: { id, name }, ref: { account, jobId } }
    return {
      decide(options: DecideOptions) {
        showDecisions()
        decide(deciding, options)
      },
      /** Says what a reader would decide who may not. */
      suggest(applicationId: string, decision: Decision | null) {
        showDecisions()
        suggest(deciding, applicationId, decision)
      },
      /** Takes the last step back: any number of them, one after the other. @returns false where there is none */
      undo(): boolean {
        const step = queue.lastUndoable()
        if (step) queue.reverse(step)
        return step !== null
      },
    }
  }, [client, queue, id, name, account, jobId])
}
