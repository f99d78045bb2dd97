import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { creditsPage } from '@/lib/contracts/credits'
import { fetchCancelled, fetchProgress, fetchQuote, fetchResult, runningFetch } from '@/lib/contracts/fetch'
import { job, jobList } from '@/lib/contracts/job'
import { problem } from '@/lib/contracts/problem'
import { visited } from '@/lib/contracts/visit'
import { readFetchEvents } from '@/lib/query/fetch-events'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'
import { jobOfSize } from './test-context'

const jobId = jobOfSize(130)
const at = `/api/jobs/${jobId}`

onEachEngine('fetching over HTTP', (store) => {
  const desk = httpDesk(store)
  const post = (body: unknown, headers?: Record<string, string>) => ({
    method: 'POST' as const,
    body,
    headers,
  })
  const buy = (kind: string, maxCredits = 100) =>
    desk.read(fetchResult, `${at}/fetches`, post({ kind, maxCredits }))
  const events = (kind: string, maxCredits = 100) =>
    desk.call(`${at}/fetches`, post({ kind, maxCredits }, { accept: 'text/event-stream' }))
  const bytes = (text: string) => new Response(text).body!

  test('a quote is free, and says what each kind can cost at most', async () => {
    const quoted = (kind: string) => desk.read(fetchQuote, `${at}/quote?kind=${kind}`)
    expect(await quoted('complete')).toMatchObject({ rows: null, credits: null, firstCredits: 5 })
    await buy('next')
    expect(await quoted('next')).toMatchObject({ rows: 50, credits: 5 })
    expect(await quoted('check')).toMatchObject({ rows: 10, credits: 1 })
    expect(await quoted('complete')).toMatchObject({ rows: 80, credits: 8, firstCredits: 5 })
    expect(await quoted('refresh')).toMatchObject({ rows: 130, credits: 13 })
    expect(desk.sandbox.stats().calls).toBe(1)
    expect(await desk.refusal(`${at}/quote?kind=all`)).toMatchObject({ code: 'invalid_parameter' })
    expect(await desk.refusal(`${at}/quote`)).toMatchObject({ status: 400 })
  })

  test('a fetch tells how far it is as events, and ends with the answer', async () => {
    const { headers, text, status } = await events('complete')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(headers.get('cache-control')).toBe('private, no-store')
    const told: unknown[] = []
    const ending = await readFetchEvents(bytes(text), (progress) => told.push(progress))
    expect(told).toHaveLength(4)
    expect(told.at(-1)).toMatchObject({
      pages: 3,
      rows: 130,
      spent: 13,
      lastCall: 'charged',
      left: { rows: 0, credits: 0 },
    })
    expect(ending).toMatchObject({ ok: true, result: { list: { status: 'complete', stored: 130 } } })
    for (const progress of told) expect(fetchProgress.parse(progress)).toEqual(progress)
    // The same, to whoever asks for one window.
    const check = await readFetchEvents(bytes((await events('check')).text), () => {})
    expect(check).toMatchObject({ ok: true, result: { fetch: { kind: 'check', consumed: 1 } } })
  })

  test('a failure in the middle is an event too, and says what was bought before it', async () => {
    await buy('next')
    desk.sandbox.addFault({ kind: 'INSUFFICIENT_CREDITS' })
    const ending = await readFetchEvents(bytes((await events('complete')).text), () => {})
    expect(ending).toMatchObject({
      ok: false,
      problem: { code: 'insufficient_credits', status: 402, needed: 5 },
    })
    const { text } = await events('refresh', 1)
    const refused = await readFetchEvents(bytes(text), () => {})
    expect(problem.parse(refused && 'problem' in refused ? refused.problem : null)).toMatchObject({
      ...{ code: 'price_above_max', needed: 13, left: 1 },
    })
    expect(await readFetchEvents(bytes(text.slice(0, -20)), () => {})).toBeNull()
  })

  test('what is under way is told for nothing, and is nothing on a list that nobody loads', async () => {
    expect(await desk.read(runningFetch, `${at}/fetches`)).toEqual({ running: null })
    desk.sandbox.setLatency([300, 300])
    onTestFinished(() => desk.sandbox.setLatency([0, 0]))
    const buying = buy('complete')
    const running = async () => (await desk.read(runningFetch, `${at}/fetches`)).running
    await vi.waitFor(async () => expect(await running()).toMatchObject({ pages: 1, rows: 50 }), 20_000)
    const { fetch } = await buying
    expect(fetch).toMatchObject({ kind: 'complete', consumed: 13 })
    expect(await running()).toBeNull()
  })

  test('what is not under way cannot be cancelled, and an odd id is refused', async () => {
    const gone = await desk.read(fetchCancelled, `${at}/fetches/${crypto.randomUUID()}`, { method: 'DELETE' })
    expect(gone.cancelled).toBe(false)
    expect(await desk.refusal(`${at}/fetches/a.b`, { method: 'DELETE' })).toMatchObject({ status: 400 })
  })

  test('newcomers are marked and counted until they were seen', async () => {
    await buy('complete')
    await desk.read(visited, `${at}/visits`, post({ applicationIds: [] }))
    desk.sandbox.change(jobId, { kind: 'apply', count: 2, at: 'front' })
    await buy('check')
    expect(await desk.read(job, at)).toMatchObject({ sinceVisit: { new: 2, rerated: 0 }, status: 'complete' })
    expect((await desk.read(jobList, '/api/jobs')).items).toMatchObject([
      { new: 2, spent: 14, offers: { check: { rows: 10, credits: 1, resumes: false } } },
    ])
    const { items, marks, counts, job: shown } = await desk.read(candidatePage, `${at}/candidates?new=1`)
    expect(counts.matched).toBe(2)
    const applicationIds = items.map(({ applicationId }) => applicationId)
    expect(marks).toEqual(Object.fromEntries(applicationIds.map((id) => [id, { isNew: true }])))
    const after = await desk.read(visited, `${at}/visits`, post({ applicationIds, revision: shown.revision }))
    expect(after).toEqual({ revision: shown.revision, sinceVisit: { new: 0, rerated: 0 } })
    expect((await desk.read(candidatePage, `${at}/candidates?new=1`)).counts.matched).toBe(0)
    const wrong = { applicationIds: ['a\0b'] }
    expect(await desk.refusal(`${at}/visits`, post(wrong))).toMatchObject({ code: 'invalid_body' })
  })

  describe('the ledger', () => {
    test('is narrowed by job, kind, state, person and day, and summed up as it is narrowed', async () => {
      await buy('next')
      await buy('check')
      desk.sandbox.addFault({ kind: 'reset_after_billing' })
      await desk.refusal(`${at}/fetches`, post({ kind: 'next', maxCredits: 5 }))
      const read = (search: string) => desk.read(creditsPage, `/api/credits?${search}`)
      const { totals } = await read('limit=1')
      expect(totals.matched).toEqual({ entries: 3, consumed: 6, held: 5 })
      expect(totals.byJob).toMatchObject([{ jobId, account: 'main', consumed: 6, held: 5, candidates: 50 }])
      expect(totals.byPerson).toEqual([{ who: 'local', name: 'This desk', entries: 3, consumed: 6, held: 5 }])
      expect(totals.byDay).toHaveLength(30)
      expect(totals.byDay.at(-1)).toMatchObject({ consumed: 6, held: 5 })
      expect(totals.perCandidate).toBeCloseTo(6 / 50)
      const day = totals.byDay.at(-1)!.day
      for (const [search, entries] of [
        ['kind=check', 1],
        ['kind=refresh', 0],
        ['state=unknown', 1],
        [`job=${jobId}&who=local`, 3],
        ['job=7', 0],
        ['who=nobody', 0],
        [`from=${day}&to=${day}`, 3],
        ['to=2020-01-01', 0],
        ['kind=&state=', 3],
      ] as const) {
        const page = await read(search)
        expect(page.entries, search).toHaveLength(entries)
        expect(page.totals.matched.entries, search).toBe(entries)
      }
      for (const search of ['kind=all', 'state=lost', 'from=yesterday', 'to=2026-02-31', 'job=%00']) {
        expect(await desk.refusal(`/api/credits?${search}`), search).toMatchObject({
          code: 'invalid_parameter',
        })
      }
    })

    test('is exported as CSV that no spreadsheet runs, as it is narrowed', async () => {
      await buy('complete')
      await store.database.pool.query(`update "fetch" set who = '=cmd()' where "offset" = 0`)
      await store.database.pool.query(
        `update "fetch" set consumed = null, stated = '"=free"' where "offset" = 100`,
      )
      const { headers, text } = await desk.call('/api/credits/export?format=csv')
      expect(headers.get('content-type')).toMatch(/^text\/csv/)
      expect(headers.get('content-disposition')).toMatch(/attachment/)
      const lines = text.trim().split('\r\n')
      expect(lines).toHaveLength(4)
      expect(lines[0]).toMatch(
        /^\ufeff?"when","who","account","job","kind","offset","count","quoted","charged","price as stated","state"/,
      )
      expect(lines[3]).toContain(`,"'=cmd()","main","${jobId}","complete","0","50","5","5","","settled",`)
      expect(lines[1]).toContain(`"100","30","3","","""=free""","settled",`)
      for (const [name, mark] of [
        ['semicolon', ';'],
        ['tab', '\t'],
      ] as const) {
        const other = (await desk.call(`/api/credits/export?separator=${name}`)).text.trim().split('\r\n')
        expect(other[0]).toContain(['"when"', '"who"', '"account"', '"job"'].join(mark))
        expect(other[3]).toContain([`'=cmd()`, 'main', jobId, 'complete', '0', '50'].join(`"${mark}"`))
      }
      expect(await desk.refusal('/api/credits/export?separator=pipe')).toMatchObject({
        code: 'invalid_parameter',
      })
      expect((await desk.call('/api/credits/export?kind=check')).text.trim().split('\r\n')).toHaveLength(1)
      expect(await desk.refusal('/api/credits/export?format=pdf')).toMatchObject({
        code: 'invalid_parameter',
      })
      expect(await desk.refusal('/api/credits/export?kind=all')).toMatchObject({ code: 'invalid_parameter' })
    })
  })
})
