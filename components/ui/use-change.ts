'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { announce } from './announcer'
import { useAttempt } from './use-attempt'

/**
 * A change of something the page shows: asked for, then the page is read anew, and what was done is said.
 * @param read says why one was refused, in words
 */
export function useChange<P>(read: (error: unknown) => P) {
  const router = useRouter()
  const attempt = useAttempt(read)
  const [reading, startReading] = useTransition()
  return {
    busy: attempt.busy || reading,
    problem: attempt.problem,
    async change(said: string, work: () => Promise<unknown>): Promise<boolean> {
      const worked = await attempt.run(async () => {
        await work()
      })
      if (worked) {
        announce(said)
        startReading(() => router.refresh())
      }
      return worked
    },
  }
}
