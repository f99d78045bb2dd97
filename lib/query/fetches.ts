import type { FetchProgress, FetchRequest, FetchResult } from '@/lib/contracts/fetch'
import type { JobRef } from '@/lib/url/paths'
import { answer } from './answers'
import { api } from './bff'
import type { FetchEnding } from './fetch-events'
import { ask, call, json, offline, ProblemError } from './http'

/** Calls that spend credits. Each throws `ProblemError`, or the abort reason of its signal. */
export const fetches = {
  /** Spends credits. The same `idempotencyKey` never buys twice. */
  fetchMore: (ref: JobRef, request: FetchRequest, idempotencyKey: string) => {
    const init = json(request)
    return call(answer('fetchResult'), api(ref, '/fetches'), {
      ...init,
      method: 'POST',
      headers: { ...init.headers, 'idempotency-key': idempotencyKey },
    })
  },
  /**
   * The same, with its progress: for `complete` and `refresh`, which take minutes. Leaving does not stop it; after a
   * broken connection the same key finds it again.
   */
  async followFetch(
    ref: JobRef,
    request: FetchRequest,
    idempotencyKey: string,
    onProgress: (progress: FetchProgress) => void,
    signal?: AbortSignal,
  ): Promise<FetchResult> {
    const init = json(request)
    const headers = { ...init.headers, accept: 'text/event-stream', 'idempotency-key': idempotencyKey }
    const loading = import('./fetch-events')
    // Its failure is met below, after the answer's own.
    loading.catch(() => undefined)
    const response = await ask(api(ref, '/fetches'), { ...init, method: 'POST', headers, signal })
    let ending: FetchEnding | null = null
    try {
      ending = response.body && (await (await loading).readFetchEvents(response.body, onProgress))
    } catch (cause) {
      if (signal?.aborted) throw cause
    }
    if (ending?.ok) return ending.result
    throw new ProblemError(ending?.problem ?? offline)
  },
}
