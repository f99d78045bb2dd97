import 'server-only'
import * as z from 'zod/mini'
import { fetchKind, type FetchKind, type FetchRequest } from '@/lib/contracts/fetch'
import { AppError } from '@/lib/server/platform/app-error'
import { eventStream } from './event-stream'
import { parseIdempotencyKey, parseJobRef } from './job-call'
import { toProblem } from './problems'
import { noCharge, toAppError, withCharge } from '@/lib/server/purchases/charge'
import { answerHeaders, type Call } from './route'

const wantsEvents = (request: Request) =>
  request.headers.get('accept')?.includes('text/event-stream') ?? false

/**
 * What a fetch failed with, always with its cost. Whatever buys says what it cost; where nothing was said, nothing was
 * bought, unless something unexpected happened.
 */
export const fetchRefused = (thrown: unknown): AppError => {
  const error = toAppError(thrown)
  return withCharge(error, error.code === 'internal_error' ? { spent: 0, lastCall: 'unknown' } : noCharge)
}

/**
 * A fetch, answered as JSON when it is done; or, to `Accept: text/event-stream`, as events: `progress` for every page,
 * and in the end `result` (the JSON answer) or `problem`.
 */
export async function answerFetch(call: Call<FetchRequest>): Promise<unknown> {
  const { services, request, body, requestId } = call
  const job = parseJobRef(call)
  const idempotencyKey = parseIdempotencyKey(request)
  if (!wantsEvents(request)) return services.fetchCandidates(job, body, { idempotencyKey })
  return eventStream(answerHeaders(requestId), async (send, signal) => {
    try {
      const onProgress = (progress: unknown) => send('progress', progress)
      send('result', await services.fetchCandidates(job, body, { idempotencyKey, signal, onProgress }))
    } catch (thrown) {
      const error = fetchRefused(thrown)
      const problem = toProblem(error, requestId)
      if (problem.status >= 500 && !signal.aborted) call.fault(error)
      send('problem', problem)
    }
  })
}

/** `kind` of a quote. @throws AppError invalid_parameter */
export function parseKind(search: URLSearchParams): FetchKind {
  const parsed = z.safeParse(fetchKind, search.get('kind'))
  if (parsed.success) return parsed.data
  throw new AppError('invalid_parameter', { reason: 'kind is next, check, complete or refresh.' })
}
