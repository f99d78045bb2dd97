import 'server-only'
import { DelegateBackoff, handleWhen, retry } from 'cockatiel'
import type { Log } from '@/lib/server/platform/log'
import { isRefusedByProxy } from '../outgoing-fetch'
import { parseAnswer } from './parse-answer'
import { BrokenBody, readAnswer } from './read-body'
import { readFailure } from './read-failure'
import { readParsedPage } from './read-page'
import { canRetry, maxRetries, retryWait } from './retry-wait'
import type { JobCandidatesQuery, Provider, ProviderPage } from '../provider'
import { ProviderError } from '../provider-error'

export type ClientOptions = {
  /** Without a trailing slash. */
  baseUrl: string
  apiKey: string
  timeoutMs: number
  log: Log
  /** What calls are made with: `createFetch`, or the platform's. */
  fetch?: typeof globalThis.fetch
  /** Milliseconds to wait after a failed call; `attempt` counts the calls made, from 1. */
  wait?: (failure: ProviderError, attempt: number) => number
}

const userAgent = 'Shortlist/0.1 (applicant dashboard)'

// Before a connection stands nothing was sent; these say that it never did.
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function listCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const own = 'code' in error ? [String(error.code)] : []
  const others = error instanceof AggregateError ? error.errors.flatMap(listCodes) : []
  return [...own, ...others, ...listCodes(error.cause)]
}

const isRedirect = (error: unknown): boolean =>
  error instanceof Error && (/redirect/i.test(error.message) || isRedirect(error.cause))

function toFailure(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error
  if (error instanceof BrokenBody) return new ProviderError('answer_lost', { text: error.text })
  if (isRedirect(error)) return new ProviderError('provider_edge')
  const unsent = isRefusedByProxy(error) || listCodes(error).some((code) => neverSent.has(code))
  return new ProviderError(unsent ? 'provider_unreachable' : 'answer_lost')
}

/** The client of a provider that speaks the contract: `POST {baseUrl}/v2/recruiter`. */
export function createClient({
  baseUrl,
  apiKey,
  timeoutMs,
  log,
  fetch = globalThis.fetch,
  wait = retryWait,
}: ClientOptions): Pick<Provider, 'getJobCandidates'> {
  const listSecrets = (accountId: string) => [apiKey, accountId, baseUrl, new URL(baseUrl).host]

  async function ask({ account, jobId, count, offset }: JobCandidatesQuery): Promise<ProviderPage> {
    const response = await fetch(`${baseUrl}/v2/recruiter`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': userAgent,
        'x-api-key': apiKey,
        // A connection kept from an earlier call can be closed under us just as we send, and then nobody knows whether it
        // was paid for. One of its own costs a call nothing that its reader would notice.
        connection: 'close',
      },
      body: JSON.stringify({
        account_id: account.id,
        action: 'get_candidates',
        params: { job_id: jobId, count, offset },
      }),
    })
    // A refusal whose text breaks off is still a refusal.
    const text = await readAnswer(response, count).catch((error: unknown) => {
      if (response.ok) throw error
      return ''
    })
    const answer = await parseAnswer(text)
    const page = response.ok ? await readParsedPage(answer, { offset, count }) : null
    if (page) return { ...page, text }
    const failure = readFailure(response, answer.body, listSecrets(account.id))
    throw failure.charged === 'no' ? failure : new ProviderError(failure.code, { ...failure, text })
  }

  async function attempt(query: JobCandidatesQuery, number: number): Promise<ProviderPage> {
    const startedAt = performance.now()
    const { account, jobId, offset, count } = query
    const about = { account: account.label, jobId, offset, count, attempt: number }
    try {
      const page = await ask(query)
      const ms = Math.round(performance.now() - startedAt)
      const unread = page.rows.flatMap(({ problem }) => problem ?? [])
      log.info(
        { ...about, ms, rows: page.rows.length, consumed: page.creditsConsumed, unread },
        'provider answered',
      )
      return page
    } catch (error) {
      const failure = toFailure(error)
      const ms = Math.round(performance.now() - startedAt)
      log.warn(
        { ...about, ms, code: failure.code, status: failure.httpStatus, charged: failure.charged },
        'provider failed',
      )
      throw failure
    }
  }

  const retryFree = retry(
    handleWhen((error) => canRetry(toFailure(error))),
    {
      maxAttempts: maxRetries,
      backoff: new DelegateBackoff(({ attempt: calls, result }) =>
        'error' in result ? wait(toFailure(result.error), calls) : 0,
      ),
    },
  )

  return {
    getJobCandidates: (query) => retryFree.execute(({ attempt: retries }) => attempt(query, retries + 1)),
  }
}
