import type { Problem } from '@/lib/contracts/problem'

const pauses = [1_000, 2_000, 5_000, 15_000, 30_000]

/** Milliseconds to wait after so many failures in a row. */
export const getPause = (failures: number): number => pauses[Math.min(failures, pauses.length - 1)] ?? 0

// One order that the server always fails on must not hold up all others.
const maxFaults = 4

/**
 * The store or the connection is away, or the session has ended: the same may be sent again later.
 * @param failures in a row before this one
 */
export const canWait = ({ status, code }: Problem, failures: number): boolean =>
  status > 500 ||
  (status === 500 && failures < maxFaults) ||
  status === 401 ||
  status === 408 ||
  status === 429 ||
  code === 'offline' ||
  code === 'part_missing'

/** Waits before the next attempt. @returns once it is over, or `wakeUp` is called */
export type Pause = (ms: number, wake: (wakeUp: () => void) => void) => Promise<void>

/** Waits for that long, or until the browser is online again. */
export const pauseFor: Pause = (ms, wake) =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    window.addEventListener('online', done)
    wake(done)
  })
