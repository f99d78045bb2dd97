import { describe, expect, test } from 'vitest'
import { fetchResult } from '@/lib/contracts/fetch'
import type { FaultKind } from '@/lib/sandbox/faults'
import { onEachEngine } from './engines'
import { httpDesk, origin } from './http-desk'
import { type Method, routes } from './routes'
import { jobOfSize } from './test-context'

const jobId = jobOfSize(81)
const at = `/api/jobs/${jobId}`
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies Method[]
const next = { kind: 'next', maxCredits: 10 }

onEachEngine('refusals over HTTP', (store) => {
  const desk = httpDesk(store)

  describe('what cannot be answered says so, in a sentence that helps', () => {
    const post = (body: unknown, headers: Record<string, string> = {}) =>
      ({ method: 'POST', body, headers }) as const
    const asked: [string, string, Parameters<typeof desk.call>[1], number, string][] = [
      ['a job id with a space', '/api/jobs/a%20b', {}, 400, 'invalid_parameter'],
      ['a job id of 65 letters', `/api/jobs/${'x'.repeat(65)}/candidates`, {}, 400, 'invalid_parameter'],
      ['a facet nobody has', `${at}/facets?facet=company,salary`, {}, 400, 'invalid_parameter'],
      ['a job id that climbs', '/api/jobs/..%2F..%2Fetc/facets', {}, 400, 'invalid_parameter'],
      ['a limit of nothing', `${at}/candidates?limit=0`, {}, 400, 'invalid_parameter'],
      ['a limit beyond 200', `${at}/candidates?limit=201`, {}, 400, 'invalid_parameter'],
      ['a limit in words', `${at}/candidates?limit=all`, {}, 400, 'invalid_parameter'],
      ['a broken limit', `${at}/candidates?limit=1.5`, {}, 400, 'invalid_parameter'],
      ['a limit of the ledger', '/api/credits?limit=-1', {}, 400, 'invalid_parameter'],
      ['a row before the first', `${at}/candidates?at=-1`, {}, 400, 'invalid_parameter'],
      ['a row of letters', `${at}/candidates?at=x`, {}, 400, 'invalid_parameter'],
      ['a cursor of nobody’s', `${at}/candidates?cursor=bm9wZQ`, {}, 400, 'bad_cursor'],
      ['a cursor of hostile text', `${at}/candidates?cursor=%00%27--`, {}, 400, 'bad_cursor'],
      ['a cursor of the ledger', '/api/credits?cursor=x', {}, 400, 'bad_cursor'],
      ['an account nobody configured', `${at}?account=other`, {}, 404, 'account_not_found'],
      ['an account’s page', `${at}/candidates?account=%00`, {}, 404, 'account_not_found'],
      ['a person nobody bought', `${at}/candidates/123`, {}, 404, 'candidate_not_found'],
      ['a person of hostile letters', `${at}/candidates/%00%ED%9F%BF'`, {}, 404, 'candidate_not_found'],
      ['an address there is not', '/api/nothing/here', {}, 404, 'not_found'],
      [
        'a price above what was agreed',
        `${at}/fetches`,
        post({ ...next, maxCredits: 1 }),
        409,
        'price_above_max',
      ],
      ['a negative price', `${at}/fetches`, post({ ...next, maxCredits: -1 }), 400, 'invalid_body'],
      [
        'a check that nobody pressed for',
        `${at}/fetches`,
        post({ ...next, kind: 'check', automatic: true }),
        400,
        'invalid_body',
      ],
      ['a price in words', `${at}/fetches`, post({ ...next, maxCredits: '5' }), 400, 'invalid_body'],
      ['a kind of fetch there is not', `${at}/fetches`, post({ ...next, kind: 'all' }), 400, 'invalid_body'],
      [
        'a letter that cannot be stored',
        at,
        { method: 'PATCH', body: { label: 'A\0B' } },
        400,
        'invalid_body',
      ],
      ['no body', `${at}/fetches`, { method: 'POST' }, 400, 'invalid_body'],
      ['an empty object', `${at}/fetches`, post({}), 400, 'invalid_body'],
      ['a list for a body', `${at}/fetches`, post([next]), 400, 'invalid_body'],
      ['null for a body', `${at}/fetches`, post(null), 400, 'invalid_body'],
      ['half of a body', `${at}/fetches`, { method: 'POST', rawBody: '{"kind":"next"' }, 400, 'invalid_body'],
      [
        'a body in XML',
        `${at}/fetches`,
        post(next, { 'content-type': 'text/xml' }),
        415,
        'unsupported_media_type',
      ],
      [
        'a form',
        `${at}/fetches`,
        post(next, { 'content-type': 'text/plain' }),
        415,
        'unsupported_media_type',
      ],
      [
        'a key with a space',
        `${at}/fetches`,
        post(next, { 'idempotency-key': 'a b' }),
        400,
        'invalid_parameter',
      ],
      [
        'a key too long',
        `${at}/fetches`,
        post(next, { 'idempotency-key': 'k'.repeat(129) }),
        400,
        'invalid_parameter',
      ],
      ['a label too long', at, { method: 'PATCH', body: { label: 'x'.repeat(121) } }, 400, 'invalid_body'],
      ['a label of numbers', at, { method: 'PATCH', body: { label: 7 } }, 400, 'invalid_body'],
      ['a job the provider does not know', '/api/jobs/7/fetches', post(next), 404, 'invalid_params'],
    ]
    test.each(asked)('%s', async (_, path, sent, status, code) => {
      expect(await desk.refusal(path, sent)).toMatchObject({ status, code })
      expect(desk.sandbox.stats().creditsCharged).toBe(0)
    })

    const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const forged: [string, unknown][] = [
      ['letters for a number', { o: 'position', d: 'next', k: ['x', 'id'], i: 0 }],
      ['a number for an id', { o: 'position', d: 'next', k: [1, 2], i: 0 }],
      ['a number too large', { o: 'position', d: 'next', k: [1e15, 'id'], i: 0 }],
      ['a broken number', { o: 'position', d: 'prev', k: [0.5, 'id'], i: 0 }],
      ['a NUL', { o: 'position', d: 'next', k: [1, 'i\0d'], i: 0 }],
      ['too few values', { o: 'position', d: 'next', k: [1], i: 0 }],
      ['too many values', { o: 'position', d: 'next', k: [1, 'id', 'id'], i: 0 }],
      ['another order', { o: 'name,position', d: 'next', k: ['x', 1, 'id'], i: 0 }],
    ]
    test.each(forged)('a made-up cursor with %s', async (_, value) => {
      expect(await desk.refusal(`${at}/candidates?cursor=${cursorOf(value)}`)).toMatchObject({
        status: 400,
        code: 'bad_cursor',
      })
    })

    test.each([
      ['year 0', { t: '0000-01-01T00:00:00Z', i: 'id' }],
      ['a NUL', { t: '2026-01-01T00:00:00Z', i: '\0' }],
    ])('a made-up cursor of the ledger with %s', async (_, value) => {
      expect(await desk.refusal(`/api/credits?cursor=${cursorOf(value)}`)).toMatchObject({
        code: 'bad_cursor',
      })
    })

    test('a body of more than 64 KB, whether it says so or not', async () => {
      const large = `{"kind":"next","maxCredits":10,"x":"${'x'.repeat(70_000)}"}`
      const path = `${at}/fetches`
      expect(await desk.refusal(path, { method: 'POST', rawBody: large })).toMatchObject({
        code: 'body_too_large',
      })
      const stated = { method: 'POST', rawBody: '{}', headers: { 'content-length': '70000' } } as const
      expect(await desk.refusal(path, stated)).toMatchObject({ status: 413, code: 'body_too_large' })
      expect(desk.sandbox.stats().calls).toBe(0)
    })

    test('a method an address does not take, with those it does', async () => {
      for (const [pattern] of routes) {
        const named = pattern.replace(':jobId', jobId).replace(/:\w+/g, '1')
        // A stream that follows its job has no end.
        const path = named.endsWith('/events') ? `${named}?follow=0` : named
        for (const method of methods) {
          const asked = await desk.call(path, { method })
          if (asked.status !== 405) continue
          const refusal = await desk.refusal(path, { method })
          expect(refusal, `${method} ${path}`).toMatchObject({ code: 'method_not_allowed' })
          const allow = refusal.headers.get('allow') ?? ''
          expect(refusal.detail).toContain(allow)
          // Those it names are taken, and no others: each answers something else than this.
          for (const other of methods) {
            const taken = allow.split(', ').includes(other)
            expect((await desk.call(path, { method: other })).status !== 405, `${other} ${path}`).toBe(taken)
          }
          break
        }
      }
    })

    test('a write from another site', async () => {
      const from = (headers: Record<string, string>) =>
        desk.refusal(`${at}/fetches`, { method: 'POST', body: next, headers })
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.test' },
        { origin: 'null' },
        { origin: `${origin}.evil.test` },
        { origin: `${origin}:8080` },
        { 'sec-fetch-site': 'cross-site' },
      ]
      for (const headers of foreign) {
        expect(await from(headers)).toMatchObject({
          status: 403,
          code: 'cross_origin',
          spent: 0,
          lastCall: 'free',
        })
      }
      expect(desk.sandbox.stats().calls).toBe(0)
      const own = {
        method: 'POST',
        body: next,
        headers: { origin, 'sec-fetch-site': 'same-origin' },
      } as const
      await desk.read(fetchResult, `${at}/fetches`, own)
    })

    test('another request under the same Idempotency-Key', async () => {
      const headers = { 'idempotency-key': 'press-2' }
      await desk.call(`${at}/fetches`, { method: 'POST', body: next, headers })
      const other = { method: 'POST', body: { ...next, maxCredits: 11 }, headers } as const
      expect(await desk.refusal(`${at}/fetches`, other)).toMatchObject({
        status: 422,
        code: 'idempotency_key_reused',
      })
    })
  })

  const failures: [FaultKind, number, string, 'free' | 'unknown'][] = [
    ['INVALID_API_KEY', 502, 'invalid_api_key', 'free'],
    ['ACCOUNT_INACTIVE', 502, 'account_inactive', 'free'],
    ['INVALID_ACCOUNT', 502, 'invalid_account', 'free'],
    ['INVALID_ACTION', 502, 'invalid_action', 'free'],
    ['INVALID_PARAMS', 404, 'invalid_params', 'free'],
    ['INSUFFICIENT_CREDITS', 402, 'insufficient_credits', 'free'],
    ['RATE_LIMITED_LONG', 429, 'rate_limited', 'free'],
    ['UNKNOWN_CODE', 502, 'provider_refused', 'free'],
    ['html_403', 502, 'provider_edge', 'free'],
    ['reset_after_billing', 504, 'possibly_charged', 'unknown'],
    ['truncated', 504, 'possibly_charged', 'unknown'],
    ['hang', 504, 'possibly_charged', 'unknown'],
  ]
  test.each(failures)(
    'the provider’s %s reaches the reader as %i %s, the call: %s',
    async (kind, status, code, lastCall) => {
      desk.sandbox.addFault({ kind })
      const refusal = await desk.refusal(`${at}/fetches`, { method: 'POST', body: next })
      expect(refusal).toMatchObject({ status, code, spent: 0, lastCall, fetch: { quoted: 5, code } })
      expect(refusal.fetch?.state).toBe(lastCall === 'free' ? 'released' : 'unknown')
      expect(refusal.headers.get('retry-after')).toBe(kind === 'RATE_LIMITED_LONG' ? '90' : null)
      if (code === 'account_inactive' || code === 'invalid_account')
        expect(refusal.detail).toContain('“main”')
    },
  )

  test('a job of which people are stored is not one that the provider does not know', async () => {
    const refuse = async () => {
      desk.sandbox.addFault({ kind: 'INVALID_PARAMS' })
      return desk.refusal(`${at}/fetches`, { method: 'POST', body: next })
    }
    expect((await refuse()).title).toBe('The provider does not know this job')
    expect((await desk.call(`${at}/fetches`, { method: 'POST', body: next })).status).toBe(200)
    const refusal = await refuse()
    expect(refusal.title).toBe('The provider refused this load')
    expect(refusal.detail).toContain('Everyone loaded stays.')
  })
})
