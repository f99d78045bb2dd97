import { describe, expect, test } from 'vitest'
import { errorStatus, type FaultKind, faultKinds } from '@/lib/sandbox/faults'
import { ConnectionReset } from '@/lib/sandbox/sandbox'
import { openSandbox } from './sandbox'

function faulty(kind: FaultKind, times = 1) {
  const opened = openSandbox()
  opened.sandbox.addFault({ kind, times })
  return opened
}

const refusals = faultKinds.map(({ kind }) => kind).filter((kind) => kind in errorStatus)
test.each(refusals)('%s is refused once, in the contract’s envelope, and costs nothing', async (kind) => {
  const { send, ask, sandbox } = faulty(kind)
  const response = await send()
  expect(response.status).toBe(errorStatus[kind])
  expect(response.headers.get('retry-after')).toBeNull()
  expect(await response.json()).toMatchObject({
    success: false,
    error: { code: kind },
    metadata: { credits_consumed: 0 },
  })
  expect(sandbox.stats().creditsCharged).toBe(0)
  expect((await ask()).success).toBe(true)
})

test.each<[FaultKind, string]>([
  ['RATE_LIMITED_RETRY_AFTER', '1'],
  ['RATE_LIMITED_LONG', '90'],
])('%s says to wait %s seconds', async (kind, seconds) => {
  const response = await faulty(kind).send()
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, seconds])
  expect(await response.json()).toMatchObject({ error: { code: 'RATE_LIMITED' } })
})

test.each<[FaultKind, number]>([
  ['html_403', 403],
  ['html_502', 502],
])('%s is a page, not an envelope', async (kind, status) => {
  const response = await faulty(kind).send()
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html'])
  expect(await response.text()).toMatch(/^<!doctype html>/)
})

test('redirect points elsewhere', async () => {
  const response = await faulty('redirect').send()
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).not.toContain('sandbox')
})

test.each<[FaultKind, number]>([
  ['reset', 0],
  ['reset_after_billing', 1],
])('%s breaks the connection with %i credits charged', async (kind, charged) => {
  const { send, sandbox } = faulty(kind)
  await expect(send()).rejects.toThrow(ConnectionReset)
  expect(sandbox.stats().creditsCharged).toBe(charged)
})

test('hang never answers, and holds up nobody else', async () => {
  const { send, ask, sandbox } = faulty('hang')
  const hanging = send().then(() => 'answered')
  const other = ask().then(({ success }) => success)
  expect(await Promise.race([hanging, other])).toBe(true)
  expect(sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 1 })
})

test('truncated breaks off in the middle of a charged answer', async () => {
  const { send, sandbox } = faulty('truncated')
  const response = await send()
  expect(response.status).toBe(200)
  await expect(response.text()).rejects.toThrow()
  expect(sandbox.stats().creditsCharged).toBe(1)
})

test('misshapen is a charged 200 that is no page', async () => {
  const { ask, sandbox } = faulty('misshapen')
  expect(await ask()).toEqual({ success: true, data: { people: 10 } })
  expect(sandbox.stats().creditsCharged).toBe(1)
})

describe('pages that are odd', () => {
  test.each<[FaultKind, number, object, number]>([
    ['short_page', 5, { count: 5, next_offset: 5, has_more: true }, 1],
    ['empty_page', 0, { count: 0, next_offset: 10, has_more: true }, 0],
    ['stuck_offset', 10, { next_offset: 0, has_more: true }, 1],
    ['duplicate_ids', 14, { count: 14, next_offset: 10 }, 2],
  ])('%s', async (kind, rows, pagination, credits) => {
    const { data, metadata } = await faulty(kind).ask()
    expect(data.candidates).toHaveLength(rows)
    expect(data).toMatchObject({ total_results: rows, total_available_results: 81, pagination })
    expect(metadata.credits_consumed).toBe(credits)
  })

  test('no_next_offset', async () => {
    const { data } = await faulty('no_next_offset').ask()
    expect(data.pagination).not.toHaveProperty('next_offset')
    expect(data.pagination).toMatchObject({ has_more: true })
  })
})

describe('rows that are odd', () => {
  const first = async (kind: FaultKind) => (await faulty(kind).ask()).data.candidates[0]

  test('unknown_rating, null_fields and extra_fields', async () => {
    expect(await first('unknown_rating')).toMatchObject({ rating: 'SUPER_FIT' })
    expect(await first('null_fields')).toMatchObject({ full_name: null, experiences: null })
    expect(await first('null_fields')).not.toHaveProperty('location')
    expect(await first('extra_fields')).toMatchObject({
      seniority: { level: 3 },
      full_name: expect.any(String),
    })
  })

  test('hostile_text, unreadable_row and no_id', async () => {
    expect(await first('hostile_text')).toMatchObject({
      profile_url: expect.stringMatching(/^javascript:/),
      full_name: expect.stringContaining('<script>'),
    })
    expect(await first('unreadable_row')).toMatchObject({
      experiences: 'none',
      application_id: expect.any(String),
    })
    expect(await first('no_id')).toMatchObject({ application_id: null, full_name: expect.any(String) })
  })
})

test('a fault spoils as many calls as it was armed for, and only its own job', async () => {
  const { sandbox, ask } = openSandbox()
  sandbox.addFault({ kind: 'INTERNAL_ERROR', times: 2, jobId: '4100000412' })
  expect((await ask()).success).toBe(true)
  expect(sandbox.faults()).toEqual([{ kind: 'INTERNAL_ERROR', times: 2 }])
  const other = () => ask({ jobId: '4100000412' })
  expect([(await other()).success, (await other()).success, (await other()).success]).toEqual([
    false,
    false,
    true,
  ])
  sandbox.addFault({ kind: 'RATE_LIMITED' })
  sandbox.clearFaults()
  expect((await ask()).success).toBe(true)
})
