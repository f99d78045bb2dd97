import { describe, expect, test } from 'vitest'
import type { FaultKind } from '@/lib/sandbox/faults'
import { serveSandbox } from '@/lib/sandbox/serve'
import type { ProviderErrorCode } from '@/lib/server/providers/provider-error'
import { account, apiKey, clientOf, jobId, openProvider } from './provider'

test('one page is one request, with the key, the account and the window, and says who calls', async () => {
  const { ask, requests, sandbox, waits } = await openProvider()
  const page = await ask({ count: 50, offset: 50 })
  expect(requests).toHaveLength(1)
  const [request] = requests
  expect([request?.method, new URL(request?.url ?? '').pathname]).toEqual(['POST', '/v2/recruiter'])
  expect(await request?.json()).toEqual({
    account_id: account.id,
    action: 'get_candidates',
    params: { job_id: jobId, count: 50, offset: 50 },
  })
  expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
    'content-type': 'application/json',
    'x-api-key': apiKey,
    'user-agent': expect.stringMatching(/^Shortlist\/\d/),
    // One kept from a call before could be closed under this one.
    connection: 'close',
  })
  expect(page).toMatchObject({
    total: 81,
    offset: 50,
    count: 31,
    nextOffset: null,
    hasMore: false,
    creditsConsumed: 4,
  })
  expect(page.rows.map(({ problem }) => problem)).toEqual(Array.from({ length: 31 }, () => null))
  expect(sandbox.stats()).toMatchObject({ calls: 1, creditsCharged: 4 })
  expect(waits).toEqual([])
})

describe('what the provider refuses is told by its code, costs nothing, and is asked again only where that is free', () => {
  test.each<[FaultKind, ProviderErrorCode, number, number]>([
    ['INVALID_API_KEY', 'invalid_api_key', 403, 1],
    ['ACCOUNT_INACTIVE', 'account_inactive', 403, 1],
    ['INVALID_ACCOUNT', 'invalid_account', 404, 1],
    ['INVALID_ACTION', 'invalid_action', 400, 1],
    ['INVALID_PARAMS', 'invalid_params', 400, 1],
    ['INSUFFICIENT_CREDITS', 'insufficient_credits', 402, 1],
    ['RATE_LIMITED', 'rate_limited', 429, 3],
    ['RATE_LIMITED_RETRY_AFTER', 'rate_limited', 429, 3],
    ['RATE_LIMITED_LONG', 'rate_limited', 429, 1],
    ['INTERNAL_ERROR', 'provider_error', 500, 3],
    ['UNKNOWN_CODE', 'provider_refused', 418, 1],
    ['html_403', 'provider_edge', 403, 1],
    ['html_502', 'provider_edge', 502, 1],
  ])('%s', async (kind, code, httpStatus, calls) => {
    const { failure, sandbox, waits } = await openProvider({ faults: [{ kind, times: 10 }] })
    expect(await failure()).toMatchObject({ code, charged: 'no', httpStatus })
    expect(sandbox.stats()).toMatchObject({ calls, creditsCharged: 0 })
    expect(waits).toHaveLength(calls - 1)
  })
})

describe('what was sent and got no whole answer may have been charged, and is never asked again', () => {
  test.each<[FaultKind, number]>([
    ['reset', 0],
    ['reset_after_billing', 1],
    ['truncated', 1],
    ['misshapen', 1],
  ])('%s', async (kind, creditsCharged) => {
    const { failure, sandbox, waits } = await openProvider({ faults: [{ kind, times: 10 }] })
    expect(await failure()).toMatchObject({ code: 'answer_lost', charged: 'possibly' })
    expect(sandbox.stats()).toMatchObject({ calls: 1, creditsCharged })
    expect(waits).toEqual([])
  })

  test('no answer in time', async () => {
    const { failure, sandbox } = await openProvider({
      timeoutMs: 1_000,
      faults: [{ kind: 'hang', times: 10 }],
    })
    expect(await failure()).toMatchObject({ code: 'answer_lost', charged: 'possibly', httpStatus: null })
    expect(sandbox.stats().calls).toBe(1)
  })
})

test('a redirect is never followed: the key goes nowhere else', async () => {
  const elsewhere = await openProvider()
  const { failure, sandbox } = await openProvider()
  const redirecting = {
    ...sandbox,
    handler: async () => Response.redirect(`${elsewhere.url}/v2/recruiter`, 307),
  }
  const served = await serveSandbox(redirecting)
  const error = await clientOf(served.url).failure()
  await served.close()
  expect(error).toMatchObject({ code: 'provider_edge', charged: 'no' })
  expect(elsewhere.requests).toEqual([])

  sandbox.addFault({ kind: 'redirect' })
  expect(await failure()).toMatchObject({ code: 'provider_edge', charged: 'no' })
  expect(sandbox.stats().calls).toBe(1)
})

test('without a connection nothing was sent, so nothing was charged', async () => {
  const { close, failure } = await openProvider()
  await close()
  expect(await failure()).toMatchObject({ code: 'provider_unreachable', charged: 'no', httpStatus: null })
})

test('after the provider’s own error the page still comes', async () => {
  const { ask, sandbox, waits } = await openProvider({ faults: [{ kind: 'INTERNAL_ERROR', times: 2 }] })
  const page = await ask()
  expect(page.rows).toHaveLength(10)
  expect(sandbox.stats()).toMatchObject({ calls: 3, creditsCharged: 1 })
  expect(waits).toHaveLength(2)
})

test('the wait the provider asks for is kept; a long one is left to the reader', async () => {
  const short = await openProvider({ faults: [{ kind: 'RATE_LIMITED_RETRY_AFTER', times: 2 }] })
  await short.ask()
  expect(short.waits).toEqual([1_000, 1_000])
  const long = await openProvider({ faults: [{ kind: 'RATE_LIMITED_LONG' }] })
  expect(await long.failure()).toMatchObject({ code: 'rate_limited', retryAfterMs: 90_000 })
  expect(long.waits).toEqual([])
})

test('a lost answer after a free retry ends the trying', async () => {
  const { failure, sandbox } = await openProvider({
    faults: [{ kind: 'RATE_LIMITED' }, { kind: 'reset_after_billing' }],
  })
  expect(await failure()).toMatchObject({ code: 'answer_lost', charged: 'possibly' })
  expect(sandbox.stats().calls).toBe(2)
})

test('a wrong key, account or job is told apart', async () => {
  const { url, failure } = await openProvider()
  expect(await clientOf(url, { key: 'wrong' }).failure()).toMatchObject({ code: 'invalid_api_key' })
  expect(await failure({ account: { label: 'main', id: 'nobody' } })).toMatchObject({
    code: 'invalid_account',
  })
  expect(await failure({ jobId: 'no-such-job' })).toMatchObject({
    code: 'invalid_params',
    providerMessage: 'Job no-such-job was not found.',
  })
})

test('credits that have run out are told in the provider’s words', async () => {
  const { failure, sandbox } = await openProvider()
  sandbox.setCredits(2)
  expect(await failure({ count: 50 })).toMatchObject({
    code: 'insufficient_credits',
    charged: 'no',
    providerMessage: 'This call costs 5 credits; 2 are left.',
  })
})
