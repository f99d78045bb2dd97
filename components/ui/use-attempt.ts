'use client'

import { useState } from 'react'

type Attempt<P> = {
  busy: boolean
  /** Why the last one did not work. */
  problem: P | null
  /** @returns whether it worked */
  run: (work: () => Promise<void>) => Promise<boolean>
  clear: () => void
}

/** Something that is asked for by a press, one at a time, and may be refused. @param read says why, in words */
export function useAttempt<P>(read: (error: unknown) => P): Attempt<P> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<P | null>(null)
  return {
    busy,
    problem,
    clear: () => setProblem(null),
    async run(work) {
      setBusy(true)
      setProblem(null)
      try {
        await work()
        return true
      } catch (error) {
        setProblem(read(error))
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
