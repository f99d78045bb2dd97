import pino from 'pino'
import { afterEach } from 'vitest'
import type { Fault } from '@/lib/sandbox/faults'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import type { JobCandidatesQuery } from '@/lib/server/providers/provider'
import { createClient } from '@/lib/server/providers/recruiter-v2/client'
import { retryWait } from '@/lib/server/providers/recruiter-v2/retry-wait'
import { ProviderError } from '@/lib/server/providers/provider-error'

export const apiKey = 'key-of-the-tests'
export const account = { label: 'main', id: 'account-of-the-tests' }
export const jobId = '4123456789'

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

/** A client of `baseUrl` that notes what it would have waited, instead of waiting. */
export function clientOf(
  baseUrl: string,
  { timeoutMs = 60_000, key = apiKey, fetch = globalThis.fetch } = {},
) {
  const waits: number[] = []
  const lines: string[] = []
  const client = createClient({
    baseUrl,
    apiKey: key,
    timeoutMs,
    fetch,
    log: pino({}, { write: (line) => void lines.push(line) }),
    wait: (failure, attempt) => {
      waits.push(retryWait(failure, attempt))
      return 0
    },
  })
  const ask = (query: Partial<JobCandidatesQuery> = {}) =>
    client.getJobCandidates({ account, jobId, count: 10, offset: 0, ...query })
  const failure = async (query: Partial<JobCandidatesQuery> = {}): Promise<ProviderError> => {
    const outcome = await ask(query).catch((error: unknown) => error)
    if (outcome instanceof ProviderError) return outcome
    throw new Error('the call did not fail as a call to the provider does', { cause: outcome })
  }
  return { ask, failure, waits, lines }
}

/** The sandbox behind real HTTP, with a client of it; closed after the test. */
export async function openProvider({
  timeoutMs = 60_000,
  faults = [] as Fault[],
  requests = [] as Request[],
} = {}) {
  const sandbox = createSandbox({ apiKey, accounts: [account.id] })
  const served = await serveSandbox({
    ...sandbox,
    handler: (request) => {
      requests.push(request.clone())
      return sandbox.handler(request)
    },
  })
  opened.push(served.close)
  for (const fault of faults) sandbox.addFault(fault)
  return { sandbox, url: served.url, requests, close: served.close, ...clientOf(served.url, { timeoutMs }) }
}
