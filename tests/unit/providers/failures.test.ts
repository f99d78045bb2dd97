import { describe, expect, test } from 'vitest'
import { createSandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import { readFailure } from '@/lib/server/providers/recruiter-v2/read-failure'
import { canRetry, retryWait } from '@/lib/server/providers/recruiter-v2/retry-wait'
import { type ProviderErrorCode, ProviderError } from '@/lib/server/providers/provider-error'
import { account, apiKey, clientOf } from './provider'

const refusal = (error: unknown, metadata?: unknown) => ({ success: false, error, metadata })
const read = (body: unknown, init: ResponseInit = { status: 400 }) =>
  readFailure(new Response(null, init), body, ['s3cret'])

test('neither the key, the account nor the address is repeated from the provider’s words or the log', async () => {
  let url = ''
  const sandbox = createSandbox({ apiKey, accounts: [account.id] })
  const gossip = () =>
    Response.json(
      refusal({
        code: `BAD_${apiKey}`,
        message: `key ${apiKey} of ${account.id} at ${url} (${new URL(url).host})`,
      }),
      { status: 400 },
    )
  const served = await serveSandbox({ ...sandbox, handler: async () => gossip() })
  url = served.url
  const { failure, lines } = clientOf(url)
  const error = await failure()
  await served.close()
  expect(error).toMatchObject({
    code: 'provider_refused',
    providerCode: 'BAD_…',
    providerMessage: 'key … of … at … (…)',
  })
  const told = [error.message, error.providerMessage, error.providerCode, error.stack, ...lines].join('\n')
  for (const secret of [apiKey, account.id, new URL(url).host]) expect(told).not.toContain(secret)
})

describe('what is read from a refusal', () => {
  test('long messages are cut, line ends and control characters dropped', () => {
    const { providerMessage } = read(refusal({ code: 'X', message: `one\r\ntwo\u0000 ${'x'.repeat(1_000)}` }))
    expect(providerMessage).toMatch(/^one two x+$/)
    expect(providerMessage).toHaveLength(300)
  })

  test('an envelope with an unknown code, or none, is a refusal', () => {
    expect(read(refusal({ code: 'NEW', message: 'no' }))).toMatchObject({
      code: 'provider_refused',
      providerCode: 'NEW',
    })
    expect(read(refusal({}))).toMatchObject({
      code: 'provider_refused',
      providerCode: null,
      providerMessage: null,
    })
    expect(read(refusal({ code: 7, message: {} }))).toMatchObject({ code: 'provider_refused', charged: 'no' })
  })

  test('a refusal that says it charged is believed, and so is not tried again', () => {
    const failure = read(refusal({ code: 'INTERNAL_ERROR' }, { credits_consumed: 5 }), { status: 500 })
    expect(failure).toMatchObject({ code: 'provider_error', charged: 'yes', creditsConsumed: 5 })
    expect(canRetry(failure)).toBe(false)
  })

  test('without the envelope it is the edge’s word; a 200 that is no page was an answer', () => {
    expect(read(undefined, { status: 403 })).toMatchObject({ code: 'provider_edge', charged: 'no' })
    expect(read({ error: 'x' }, { status: 500 })).toMatchObject({ code: 'provider_edge', httpStatus: 500 })
    expect(read({ people: 3 }, { status: 200 })).toMatchObject({ code: 'answer_lost', charged: 'possibly' })
  })

  test('a refusal inside a 200 is still a refusal', () => {
    expect(read(refusal({ code: 'INVALID_API_KEY' }), { status: 200 })).toMatchObject({
      code: 'invalid_api_key',
      charged: 'no',
    })
  })

  test.each([
    ['1', 1_000],
    ['0', 0],
    ['2.5', 2_500],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['', null],
  ])('Retry-After: %s', (header, ms) => {
    const init = { status: 429, headers: { 'retry-after': header } }
    expect(read(refusal({ code: 'RATE_LIMITED' }), init).retryAfterMs).toBe(ms)
  })

  test('Retry-After as a date is the time until then', () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    const { retryAfterMs } = read(refusal({ code: 'RATE_LIMITED' }), {
      status: 429,
      headers: { 'retry-after': date },
    })
    expect(retryAfterMs).toBeGreaterThan(3_000_000)
    expect(retryAfterMs).toBeLessThanOrEqual(3_600_000)
  })
})

describe('how long to wait before the next try', () => {
  const limited = new ProviderError('rate_limited')

  test('twice as long each time, spread by chance', () => {
    expect([0, 0.5, 1].map((chance) => retryWait(limited, 1, () => chance))).toEqual([250, 500, 750])
    expect([0, 0.5, 1].map((chance) => retryWait(limited, 2, () => chance))).toEqual([500, 1_000, 1_500])
  })

  test('as long as the provider asks, up to twenty seconds', () => {
    const failures = [0, 1_000, 20_000, 20_001].map(
      (retryAfterMs) => new ProviderError('rate_limited', { retryAfterMs }),
    )
    expect(failures.map(canRetry)).toEqual([true, true, true, false])
    expect(failures.slice(0, 3).map((failure) => retryWait(failure, 1))).toEqual([0, 1_000, 20_000])
  })

  test('never where it may have been charged, or cannot help', () => {
    const codes: ProviderErrorCode[] = [
      'invalid_api_key',
      'account_inactive',
      'invalid_account',
      'invalid_action',
      'invalid_params',
      'insufficient_credits',
      'provider_refused',
      'provider_edge',
      'provider_unreachable',
      'answer_lost',
    ]
    for (const code of codes) expect(canRetry(new ProviderError(code))).toBe(false)
    for (const code of ['rate_limited', 'provider_error', ...codes] as const) {
      expect(canRetry(new ProviderError(code))).toBe(['rate_limited', 'provider_error'].includes(code))
      for (const charged of ['possibly', 'yes'] as const)
        expect(canRetry(new ProviderError(code, { charged }))).toBe(false)
    }
  })
})
