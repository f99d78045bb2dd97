import 'server-only'

/** An answered request: its route without ids or queries, and how long it took, in milliseconds. */
export type AnsweredRequest = { method: string; route: string; status: number; ms: number }

/** Requests of one method, route and status since the process started; `seconds` is the sum of their durations. */
export type RequestCount = { method: string; route: string; status: number; count: number; seconds: number }

/** Counts the requests of this process, for monitoring. */
export function createRequestCounts() {
  const counts = new Map<string, RequestCount>()
  return {
    add({ method, route, status, ms }: AnsweredRequest): void {
      const key = `${method} ${route} ${status}`
      const known = counts.get(key) ?? { method, route, status, count: 0, seconds: 0 }
      counts.set(key, { ...known, count: known.count + 1, seconds: known.seconds + ms / 1000 })
    },
    list: (): RequestCount[] => [...counts.values()],
  }
}

export type RequestCounts = ReturnType<typeof createRequestCounts>
