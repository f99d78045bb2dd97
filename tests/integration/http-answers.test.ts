import { describe, expect, onTestFinished, test } from 'vitest'
import { applicationIds, candidateDetail, candidateHistory, candidatePage } from '@/lib/contracts/candidate'
import { creditMeter, creditsPage } from '@/lib/contracts/credits'
import { facets } from '@/lib/contracts/facets'
import { fetchResult } from '@/lib/contracts/fetch'
import { job, jobList } from '@/lib/contracts/job'
import { openSpool } from '@/lib/server/platform/spool'
import { onEachEngine } from './engines'
import { type Holder, httpDesk, slot } from './http-desk'
import { jobOfSize } from './test-context'

const jobId = jobOfSize(81)
const at = `/api/jobs/${jobId}`
const next = { kind: 'next', maxCredits: 10 }

onEachEngine('answers over HTTP', (store) => {
  const desk = httpDesk(store)
  const buy = (maxCredits = 10, path = at) =>
    desk.read(fetchResult, `${path}/fetches`, { method: 'POST', body: { kind: 'next', maxCredits } })

  describe('what is asked for rightly is answered by its contract', () => {
    test('health and readiness', async () => {
      expect(await desk.call('/api/health')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
      expect(await desk.call('/api/ready')).toMatchObject({
        status: 200,
        text: '{"status":"ready","canBuy":true}',
      })
    })

    test('readiness says when nothing can be bought, as an answer could not be kept on the disk', async () => {
      const holder = globalThis as Holder
      const running = holder[slot]!
      onTestFinished(() => void (holder[slot] = running))
      const { canStore } = openSpool('/dev/null/spool')
      holder[slot] = Promise.resolve({ ...(await running), canBuy: canStore })
      expect(await desk.call('/api/ready')).toMatchObject({
        status: 200,
        text: '{"status":"ready","canBuy":false}',
      })
    })

    test('metrics count what was answered, for a monitor nearby', async () => {
      await desk.read(jobList, '/api/jobs')
      const nearby = { headers: { 'x-shortlist-client': '10.0.0.7' } }
      const { status, headers, text } = await desk.call('/api/metrics', nearby)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
      expect(text).toMatch(
        /^shortlist_request_duration_seconds_count\{method="GET",route="\/api\/jobs",status="200"\} [1-9]\d*$/m,
      )
      expect(text).toMatch(/^shortlist_store_up 1$/m)
      const line = /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/
      expect(
        text
          .trimEnd()
          .split('\n')
          .filter((each) => !line.test(each)),
      ).toEqual([])
    })

    test('metrics say that the store is away', async () => {
      const holder = globalThis as Holder
      const running = holder[slot]!
      onTestFinished(() => void (holder[slot] = running))
      const ping = () => Promise.reject(new Error('away'))
      holder[slot] = Promise.resolve({ ...(await running), ping })
      const { text } = await desk.call('/api/metrics', { headers: { 'x-shortlist-client': '::1' } })
      expect(text).toMatch(/^shortlist_store_up 0$/m)
    })

    test.each(['8.8.8.8', '::ffff:8.8.8.8', '2a00:1450::1', 'nobody'])(
      'metrics are not there for %s',
      async (client) => {
        const headers = { 'x-shortlist-client': client }
        expect(await desk.refusal('/api/metrics', { headers })).toMatchObject({
          status: 404,
          code: 'not_found',
        })
      },
    )

    test('metrics are not there behind a proxy that is not known', async () => {
      const holder = globalThis as Holder
      const running = holder[slot]!
      onTestFinished(() => void (holder[slot] = running))
      const { address, ...rest } = await running
      holder[slot] = Promise.resolve({ ...rest, address: { ...address, https: true } })
      const nearby = { headers: { 'x-shortlist-client': '127.0.0.1' } }
      expect(await desk.refusal('/api/metrics', nearby)).toMatchObject({ code: 'not_found' })
    })

    test('a call whose every field may be left out needs no body', async () => {
      await buy()
      const { items } = await desk.read(candidatePage, `${at}/candidates?limit=1`)
      const opened = await desk.call(`${at}/candidates/${items[0]!.applicationId}/opened`, { method: 'POST' })
      expect(opened, opened.text).toMatchObject({ status: 200 })
    })

    test('a job nobody opened is empty, and is not entered by being looked at', async () => {
      expect(await desk.read(job, at)).toMatchObject({ jobId, account: 'main', status: 'empty', total: null })
      expect(await desk.read(jobList, '/api/jobs')).toEqual({ items: [], nextCursor: null })
      const page = await desk.read(candidatePage, `${at}/candidates`)
      expect(page).toMatchObject({
        items: [],
        nextCursor: null,
        counts: { matched: 0, stored: 0, total: null },
      })
    })

    test('fetching, then reading it all, page by page', async () => {
      expect(await buy()).toMatchObject({
        fetch: { kind: 'next', state: 'settled', offset: 0, count: 50, quoted: 5, consumed: 5, code: null },
        list: { stored: 50, total: 81, status: 'partial', missing: 31, new: 50 },
      })
      await buy()
      const seen: string[] = []
      let cursor = ''
      do {
        const page = await desk.read(candidatePage, `${at}/candidates?limit=20&sort=-years${cursor}`)
        expect(page.counts).toEqual({ matched: 81, stored: 81, total: 81 })
        seen.push(...page.items.map(({ applicationId }) => applicationId))
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : ''
      } while (cursor !== '')
      expect(new Set(seen).size).toBe(81)
      const all = await desk.read(applicationIds, `${at}/application-ids?sort=-years`)
      expect(all).toEqual({ items: seen, matched: 81 })
      expect(seen).toHaveLength(81)
      expect(await desk.read(job, at)).toMatchObject({ status: 'complete', stored: 81 })
      expect(desk.sandbox.stats()).toMatchObject({ calls: 2, creditsCharged: 9 })
    })

    test('a page asked for again is the same, and moves with a fetch or a new label', async () => {
      await buy()
      const first = await desk.call(`${at}/candidates`)
      expect((await desk.call(`${at}/candidates`)).text).toBe(first.text)
      await desk.read(job, at, { method: 'PATCH', body: { label: 'Baker' } })
      const labelled = await desk.read(candidatePage, `${at}/candidates`)
      expect(labelled).toMatchObject({ job: { label: 'Baker' }, counts: { stored: 50 }, nextCursor: null })
      await buy()
      const page = await desk.read(candidatePage, `${at}/candidates`)
      expect(page).toMatchObject({ job: { stored: 81 }, counts: { matched: 81, stored: 81 } })
      expect(page.items).toEqual(labelled.items)
      expect(page.nextCursor).not.toBeNull()
    })

    test('one person, what changed, and where the view shows them', async () => {
      await buy()
      const { items } = await desk.read(candidatePage, `${at}/candidates?limit=3&at=7`)
      const detail = await desk.read(candidateDetail, `${at}/candidates/${items[1]!.applicationId}`)
      expect(detail.candidate).toEqual(items[1])
      expect(detail).toMatchObject({ index: 8, changes: [{ kind: 'new' }], job: { stored: 50 } })
      const history = await desk.read(
        candidateHistory,
        `${at}/candidates/${items[1]!.applicationId}?part=history`,
      )
      const { changes, responses, otherApplications, decisions } = detail
      expect(history).toEqual({ changes, responses, otherApplications, decisions })
      const around = await desk.read(
        candidatePage,
        `${at}/candidates?limit=5&around=${items[1]!.applicationId}`,
      )
      expect(around.firstIndex).toBe(6)
    })

    test('facets, and a page of one of their choices', async () => {
      await buy()
      const counted = await desk.read(facets, `${at}/facets`)
      expect(counted.matched).toBe(50)
      const [rating] = counted.facets.rating ?? []
      const page = await desk.read(candidatePage, `${at}/candidates?rating=${rating!.value}`)
      expect(page.counts.matched).toBe(rating!.count)
    })

    test('one facet or some, and values of it by name', async () => {
      await buy()
      const one = await desk.read(facets, `${at}/facets?facet=company&rating=UNRATED`)
      expect(Object.keys(one)).toEqual(['facets'])
      expect(Object.keys(one.facets)).toEqual(['company'])
      const some = await desk.read(facets, `${at}/facets?facet=seen,top&facet=now`)
      expect(Object.keys(some.facets)).toEqual(['top', 'now', 'seen'])
      const named = one.facets.company?.[0]?.label ?? ''
      const found = await desk.read(
        facets,
        `${at}/facets?facet=company&find=${encodeURIComponent(named.toUpperCase())}`,
      )
      expect(found.facets.company?.map(({ label }) => label)).toContain(named)
      const nobody = await desk.read(facets, `${at}/facets?facet=company&find=zzz%25`)
      expect(nobody.facets.company).toEqual([])
    })

    test('the list of jobs, a label given and taken away', async () => {
      await buy()
      const named = await desk.read(job, at, { method: 'PATCH', body: { label: '  Baker, Paris 🥖 ' } })
      expect(named.label).toBe('Baker, Paris 🥖')
      expect((await desk.read(jobList, '/api/jobs')).items).toMatchObject([
        { jobId, label: 'Baker, Paris 🥖' },
      ])
      expect((await desk.read(job, at, { method: 'PATCH', body: { label: ' ' } })).label).toBeNull()
      expect((await desk.read(job, at, { method: 'PATCH', body: { label: null } })).label).toBeNull()
    })

    test('the ledger and its totals', async () => {
      await buy()
      await buy()
      const page = await desk.read(creditsPage, '/api/credits?limit=1')
      expect(page.entries).toMatchObject([{ jobId, account: 'main', offset: 50, consumed: 4 }])
      expect(page.totals).toMatchObject({ today: 9, allTime: 9 })
      const rest = await desk.read(creditsPage, `/api/credits?limit=1&cursor=${page.nextCursor}`)
      expect(rest).toMatchObject({ entries: [{ offset: 0 }], nextCursor: null })
    })

    test('what today cost, and how much of it scrolling asked for', async () => {
      await desk.read(fetchResult, `${at}/fetches`, { method: 'POST', body: { ...next, automatic: true } })
      await buy()
      expect(await desk.read(creditMeter, '/api/credits/meter')).toMatchObject({
        today: 9,
        autoload: { used: 5, limit: 25 },
      })
    })

    test('a second account’s list, by its label', async () => {
      const bought = { method: 'POST', body: next } as const
      await desk.read(fetchResult, `${at}/fetches?account=agency`, bought)
      expect(await desk.read(job, `${at}?account=agency`)).toMatchObject({ account: 'agency', stored: 50 })
      expect(await desk.read(job, at)).toMatchObject({ account: 'main', stored: 0 })
    })

    test('the same Idempotency-Key gets the same answer', async () => {
      const sent = { method: 'POST', body: next, headers: { 'idempotency-key': 'press-1' } } as const
      const first = await desk.read(fetchResult, `${at}/fetches`, sent)
      expect(await desk.read(fetchResult, `${at}/fetches`, sent)).toEqual(first)
      expect(desk.sandbox.stats().calls).toBe(1)
    })

    test('a label of letters that cannot be stored keeps those that can', async () => {
      const label = 'AB\u202e\ud800C\nD'
      expect((await desk.read(job, at, { method: 'PATCH', body: { label } })).label).toBe('AB\ufffdC D')
    })

    test('a search, a choice or a person of hostile letters finds nobody', async () => {
      await buy()
      for (const key of ['q', 'company', 'location']) {
        const page = await desk.read(candidatePage, `${at}/candidates?${key}=zz%00%27%25%ED%A0%80`)
        expect(page.counts.matched).toBe(0)
      }
      expect((await desk.read(candidatePage, `${at}/candidates?around=%00`)).firstIndex).toBe(0)
    })

    test('unknown view values are ignored, not refused', async () => {
      await buy()
      const search = 'rating=SUPER&years=x&sort=shoe-size&top=maybe&utm_source=x&decision=1'
      expect((await desk.read(candidatePage, `${at}/candidates?${search}`)).counts.matched).toBe(50)
    })

    test('a request id that was given is answered with, and one that is odd is replaced', async () => {
      const given = await desk.call('/api/health', { headers: { 'x-request-id': 'abcdef-123456' } })
      expect(given.headers.get('x-request-id')).toBe('abcdef-123456')
      const odd = await desk.call('/api/health', { headers: { 'x-request-id': '<script>' } })
      expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    })
  })

  test('hostile text of the provider’s is sent as JSON text, with no link a browser would run', async () => {
    desk.sandbox.addFault({ kind: 'hostile_text' })
    await buy()
    const { items } = await desk.read(candidatePage, `${at}/candidates?limit=200`)
    expect(items).toHaveLength(50)
    for (const { profileUrl, experiences } of items) {
      expect(profileUrl).toBeNull()
      for (const { companyUrl } of experiences) expect(companyUrl).toBeNull()
    }
  })

  test('the log tells each request by its address without ids, searches or names', async () => {
    await buy()
    const before = desk.lines().length
    await desk.read(candidatePage, `${at}/candidates?q=confidential-search`)
    const told = desk
      .lines()
      .slice(before)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(told).toMatchObject([
      { msg: 'request', method: 'GET', route: '/api/jobs/:jobId/candidates', status: 200 },
    ])
    expect(JSON.stringify(told)).not.toMatch(/confidential-search/)
  })
})
