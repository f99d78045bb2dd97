import { describe, expect, test } from 'vitest'
import { countApplicants, sampleJobs } from '@/lib/sandbox/job-list'
import { buildPerson } from '@/lib/sandbox/people'
import { readDateRange } from '@/lib/domain/date-range'
import { openSandbox } from './sandbox'

const persons = (count: number, seed = 1, jobId = '4100010000') =>
  Array.from({ length: count }, (_, serial) => buildPerson(seed, jobId, serial))

test('applicants are the same for ever, and others for another seed', async () => {
  const [first, again] = [openSandbox(), openSandbox()]
  expect(await again.ask({ count: 50 })).toEqual(await first.ask({ count: 50 }))
  expect(await openSandbox({ seed: 2 }).ask({ count: 50 })).not.toEqual(await first.ask({ count: 50 }))
})

test('a page is the same in one large window as in several small ones', async () => {
  const { ids } = openSandbox()
  const whole = await ids({ count: 81 })
  expect([...(await ids({ count: 50 })), ...(await ids({ count: 50, offset: 50 }))]).toEqual(whole)
  expect(new Set(whole).size).toBe(81)
})

test.each([
  ['4100000000', 0],
  ['4100000001', 1],
  ['4123456789', 81],
  ['4100000412', 412],
  ['4100010000', 10_000],
  ['4100100000', 100_000],
  ['4100000007', 7],
])('job %s has %i applicants', async (jobId, applicants) => {
  const { ask } = openSandbox()
  const { data } = await ask({ jobId, count: 50 })
  expect(data.total_available_results).toBe(applicants)
  expect(data.candidates).toHaveLength(Math.min(50, applicants))
  const last = await ask({ jobId, offset: Math.max(0, applicants - 1), count: 50 })
  expect(last.data.candidates).toHaveLength(Math.min(1, applicants))
  expect(last.data.pagination).toMatchObject({ has_more: false, next_offset: null })
})

test('a job above the largest, or of another kind, does not exist', async () => {
  expect(['4100100001', '4100', 'no-such-job', '41000000010'].map(countApplicants)).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(sampleJobs.map(({ jobId }) => countApplicants(jobId))).toEqual(
    sampleJobs.map(({ applicants }) => applicants),
  )
  expect((await openSandbox().ask({ jobId: '4100100001' })).error.code).toBe('INVALID_PARAMS')
})

test('a page has the shape of the contract, and nothing else', async () => {
  const { send } = openSandbox()
  const response = await send({ count: 50 })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('application/json')
  const text = expect.any(String)
  const experience = { title: text, company: text, company_url: text, date_range: text, description: text }
  const answer = await response.json()
  expect(answer).toEqual({
    success: true,
    data: {
      candidates: Array.from({ length: 50 }, () => ({
        application_id: text,
        rating: expect.stringMatching(/^(UNRATED|GOOD_FIT|MAYBE|NOT_A_FIT)$/),
        is_top_choice: expect.any(Boolean),
        top_choice_message: text,
        first_name: text,
        last_name: text,
        full_name: text,
        headline: text,
        public_identifier: text,
        profile_url: text,
        location: text,
        experiences: expect.any(Array),
      })),
      total_results: 50,
      total_available_results: 81,
      pagination: {
        offset: 0,
        count: 50,
        next_offset: 50,
        has_more: true,
        results_per_page: 50,
        pages_fetched: 1,
      },
    },
    metadata: {
      action: 'get_candidates',
      account_id: 'sample-account',
      credits_consumed: 5,
      timestamp: '2026-11-24T10:35:00.000Z',
    },
  })
  for (const { experiences } of answer.data.candidates) {
    for (const job of experiences) expect(job).toEqual(experience)
  }
})

test('ten are sent unless told, and a larger window is several inner pages', async () => {
  const { ask } = openSandbox()
  expect((await ask()).data.pagination).toMatchObject({
    offset: 0,
    count: 10,
    next_offset: 10,
    pages_fetched: 1,
  })
  expect((await ask({ count: 81 })).data.pagination).toMatchObject({
    count: 81,
    has_more: false,
    pages_fetched: 2,
  })
})

test('one credit is charged per ten begun, and nothing for what was refused', async () => {
  const { ask, sandbox } = openSandbox({ credits: 10 })
  const consumed = async (count: number, offset = 0) =>
    (await ask({ count, offset })).metadata.credits_consumed
  expect([await consumed(1), await consumed(11), await consumed(50, 50), await consumed(10, 81)]).toEqual([
    1, 2, 4, 0,
  ])
  expect(sandbox.stats()).toEqual({
    calls: 4,
    creditsCharged: 7,
    creditsLeft: 3,
    callsByJob: { '4123456789': 4 },
  })
  expect(await ask({ count: 50 })).toMatchObject({
    success: false,
    error: { code: 'INSUFFICIENT_CREDITS' },
    metadata: { credits_consumed: 0 },
  })
  expect(sandbox.stats()).toMatchObject({ creditsCharged: 7, creditsLeft: 3 })
})

const params = { job_id: '4123456789' }
describe('what is refused', () => {
  test.each([
    ['another account', { account_id: 'x', action: 'get_candidates', params }, 404, 'INVALID_ACCOUNT'],
    ['another action', { account_id: 'sample-account', action: 'delete', params }, 400, 'INVALID_ACTION'],
    [
      'a count of none',
      { account_id: 'sample-account', action: 'get_candidates', params: { ...params, count: 0 } },
      400,
      'INVALID_PARAMS',
    ],
    [
      'a negative offset',
      { account_id: 'sample-account', action: 'get_candidates', params: { ...params, offset: -1 } },
      400,
      'INVALID_PARAMS',
    ],
    ['no job', { account_id: 'sample-account', action: 'get_candidates', params: {} }, 400, 'INVALID_PARAMS'],
    ['an empty body', {}, 404, 'INVALID_ACCOUNT'],
  ])('%s', async (_, body, status, code) => {
    const { send, sandbox } = openSandbox()
    const response = await send({ body })
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({
      success: false,
      error: { code, message: expect.any(String) },
      metadata: { action: 'get_candidates', credits_consumed: 0, timestamp: '2026-11-24T10:35:00.000Z' },
    })
    expect(sandbox.stats().creditsCharged).toBe(0)
  })

  test('a wrong key', async () => {
    const response = await openSandbox().send({ key: 'wrong' })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'INVALID_API_KEY' } })
  })

  test('another place or method', async () => {
    const { sandbox } = openSandbox()
    expect((await sandbox.handler(new Request('http://sandbox/v2/recruiter'))).status).toBe(404)
    expect((await sandbox.handler(new Request('http://sandbox/v1/x', { method: 'POST' }))).status).toBe(404)
  })
})

describe('the invented people', () => {
  const people = persons(2_000)

  test('have no e-mail address, telephone number or link to anywhere but a profile', () => {
    for (const person of people) {
      const text = JSON.stringify(person)
      expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.\w/)
      const { experiences, profile_url } = person
      expect(profile_url).toMatch(/^(https:\/\/www\.linkedin\.com\/in\/[a-z0-9-]+)?$/)
      for (const { company_url } of experiences) {
        expect(company_url).toMatch(/^(https:\/\/www\.linkedin\.com\/company\/[a-z0-9-]+\/)?$/)
      }
      expect([person.headline, person.top_choice_message].join(' ')).not.toMatch(/\+?\d[\d ()-]{7,}\d/)
    }
  })

  test('are rated in all four ways, some are top choices with a message, some are hidden', () => {
    expect(new Set(people.map(({ rating }) => rating))).toEqual(
      new Set(['GOOD_FIT', 'MAYBE', 'NOT_A_FIT', 'UNRATED']),
    )
    for (const { is_top_choice, top_choice_message } of people)
      expect(top_choice_message !== '').toBe(is_top_choice)
    expect(people.some(({ is_top_choice }) => is_top_choice)).toBe(true)
    const hidden = people.filter(({ full_name }) => full_name === 'LinkedIn Member')
    expect(hidden.length).toBeGreaterThan(0)
    for (const { profile_url, location } of hidden) expect([profile_url, location]).toEqual(['', ''])
  })

  test('write dates that mostly can be read, and sometimes cannot', () => {
    const ranges = people.flatMap(({ experiences }) => experiences.map(({ date_range }) => date_range))
    const unread = ranges.filter((text) => readDateRange(text) === null)
    expect(unread.length).toBeGreaterThan(0)
    expect(unread.length / ranges.length).toBeLessThan(0.1)
    expect(ranges.some((text) => text.endsWith('Present'))).toBe(true)
    expect(people.some(({ experiences }) => experiences.length === 0)).toBe(true)
  })

  test('are told apart by their application, and some apply to several jobs', () => {
    expect(new Set(people.map(({ application_id }) => application_id)).size).toBe(people.length)
    const elsewhere = persons(50, 1, '4100000412')
    const shared = elsewhere.filter((other) =>
      people.some((one) => one.public_identifier !== '' && one.public_identifier === other.public_identifier),
    )
    expect(shared.length).toBeGreaterThan(0)
    for (const { application_id } of shared) {
      expect(people.map((one) => one.application_id)).not.toContain(application_id)
    }
  })
})
