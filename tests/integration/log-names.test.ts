import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { fetchResult } from '@/lib/contracts/fetch'
import { emptyView } from '@/lib/contracts/words'
import type { FaultKind } from '@/lib/sandbox/faults'
import { buildPerson } from '@/lib/sandbox/people'
import { reportPageError } from '@/lib/server/runtime/page-errors'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { saveAllSpooled } from '@/lib/server/purchases/save-spooled'
import { openSpool } from '@/lib/server/platform/spool'
import { contextOf } from './context-of'
import { buyNext, failToBuy } from './desk'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'
import { lyingProvider, wirePage } from './lying-provider'
import { jobOfSize, testContext } from './test-context'
import { keptLog } from './test-log'

const jobId = jobOfSize(60)
const job = { jobId, account: null }
const at = `/api/jobs/${jobId}`
const people = Array.from({ length: 60 }, (_, serial) => buildPerson(1, jobId, serial))
const someone = people[3]!
const name = someone.full_name ?? ''
const q = encodeURIComponent(name)

/** What says who an applicant is. */
const naming = people.flatMap(({ full_name, last_name, headline, public_identifier, profile_url }) =>
  [full_name, last_name, headline, public_identifier, profile_url].filter(
    (text): text is string => typeof text === 'string' && text.length > 4,
  ),
)

function expectNobodyIn(lines: readonly string[]) {
  expect(lines.length).toBeGreaterThan(0)
  const all = lines.join('\n')
  expect(naming.filter((text) => all.includes(text))).toEqual([])
}

onEachEngine('the log names no applicant', (store) => {
  const desk = httpDesk(store, () => ({ timeoutMs: 700 }))
  const buy = (kind: string) =>
    desk.call(`${at}/fetches`, { method: 'POST', body: { kind, maxCredits: 100 } })

  /** Runs a statement until the test ends. */
  async function changeStore(change: string, back: string) {
    await store.database.pool.query(change)
    onTestFinished(async () => void (await store.database.pool.query(back)))
  }
  const refuseRows = () =>
    changeStore(
      'alter table candidate add constraint nobody check (false) not valid',
      'alter table candidate drop constraint nobody',
    )
  const takeAway = () =>
    changeStore(
      'alter table candidate rename to candidate_away',
      'alter table candidate_away rename to candidate',
    )

  beforeEach(() => {
    desk.lines().length = 0
  })

  test.each<FaultKind>([
    'misshapen',
    'truncated',
    'reset_after_billing',
    'unreadable_row',
    'no_id',
    'html_502',
  ])('when the provider’s answer is spoilt: %s', async (kind) => {
    desk.sandbox.addFault({ kind })
    await buy('next')
    await buy('complete')
    expectNobodyIn(desk.lines())
  })

  test('when the store refuses the people of an answer', async () => {
    await refuseRows()
    expect((await buy('next')).status).toBe(503)
    expect(desk.lines().join()).toContain('answer not taken in')
    expectNobodyIn(desk.lines())
  })

  test('when an answer cannot be kept on disk, and then not saved either', async () => {
    const { log, lines } = keptLog({})
    const spool = openSpool('/nowhere')
    const { context } = await testContext(store.database, {
      log,
      spool: {
        ...spool,
        reserve: async () => ({
          keep: async (text) =>
            Promise.reject(new Error(`ENOSPC: no space left on device, ${text.length} bytes`)),
          setAside: async () => Promise.reject(new Error('ENOSPC')),
          drop: async () => {},
        }),
      },
    })
    await refuseRows()
    expect(await failToBuy(context, job)).toMatchObject({ code: 'not_kept', facts: { spent: 5 } })
    expectNobodyIn(lines)
  })

  test('when an answer that waits on disk cannot be taken in', async () => {
    const { log, lines } = keptLog({})
    const { context } = await testContext(store.database, { log })
    await refuseRows()
    expect(await failToBuy(context, job)).toMatchObject({ code: 'not_saved' })
    lines.length = 0
    await store.database.pool.query('delete from lease')
    await saveAllSpooled(context)
    expect(lines.join()).toContain('answer not taken in')
    expectNobodyIn(lines)
  })

  test('when a refusal or an error quotes people, a charge included', async () => {
    const { log, lines } = keptLog({})
    for (const status of [400, 500]) {
      const provider = await lyingProvider(() => ({
        status,
        body: {
          success: false,
          error: { code: 'INTERNAL_ERROR', message: `Failed at ${name}, ${someone.headline}` },
          metadata: { credits_consumed: 5 },
          data: { candidates: [someone] },
        },
      }))
      await failToBuy(contextOf(store.database, provider, { log }), job)
    }
    const odd = await lyingProvider(() => ({
      body: { ...wirePage({ from: 0, count: 0, total: 1, price: name }), data: { candidates: [someone] } },
    }))
    await buyNext(contextOf(store.database, odd, { log }), job)
    expectNobodyIn(lines)
  })

  describe('when the store fails under a reader', () => {
    const id = encodeURIComponent(someone.application_id)
    test.each([
      ['a page of applicants', `${at}/candidates?q=${q}`],
      ['one applicant', `${at}/candidates/${id}?q=${q}`],
      ['all ids of a view', `${at}/application-ids?q=${q}`],
      ['what to filter by', `${at}/facets?facet=company&find=${q}`],
      ['the job', at],
    ])('who asks for %s', async (_, path) => {
      await desk.read(fetchResult, `${at}/fetches`, { method: 'POST', body: { kind: 'next', maxCredits: 5 } })
      desk.lines().length = 0
      await takeAway()
      const { status } = await desk.call(path)
      if (path !== at) expect(status).toBeGreaterThanOrEqual(500)
      if (status >= 500) expectNobodyIn(desk.lines())
    })

    test('on a page that the server draws', async () => {
      const { context } = await testContext(store.database)
      await takeAway()
      const error: unknown = await listCandidates(context, job, { ...emptyView, q: name }, null, 30).catch(
        (thrown: unknown) => thrown,
      )
      await reportPageError(
        error as Error & { digest: string },
        { path: `/jobs/${jobId}?q=${q}`, method: 'GET', headers: {} },
        {
          routerKind: 'App Router',
          routePath: '/jobs/[jobId]',
          routeType: 'render',
          renderSource: 'react-server-components',
          revalidateReason: undefined,
        },
      )
      expect(desk.lines()).toHaveLength(1)
      expectNobodyIn(desk.lines())
    })
  })
})
