import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CandidatePage } from '@/lib/contracts/candidate'
import type { Facets } from '@/lib/contracts/facets'
import type { FetchResult, RunningFetch } from '@/lib/contracts/fetch'
import type { GuestPage } from '@/lib/contracts/guest'
import type { Job } from '@/lib/contracts/job'
import type { NewShareLink } from '@/lib/contracts/share-link'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import { openSetup } from '@/lib/server/auth/setup-token'
import { type Database, openDatabase } from '@/lib/server/db/open-database'
import { soon } from '../soon'
import { newInstance, owner, token, Visitor } from './door-desk'
import { emptyStore, newStore, type StorePlace } from './engines'
import { slot } from './http-desk'
import { linkRequest } from './shared-people'
import { jobOfSize } from './test-context'
import { quietLog } from './test-log'

type Instance = Awaited<ReturnType<typeof newInstance>>

const jobId = jobOfSize(160)
const list = `/api/jobs/${jobId}`
let place: StorePlace
let databases: Database[] = []
let sandbox: Sandbox
let closeProvider = async () => {}
let [here, there] = [] as unknown as [Instance, Instance]
let boss: Visitor

beforeAll(async () => {
  place = await newStore('postgres')
  databases = [
    await openDatabase({ ...place, log: quietLog }),
    await openDatabase({ ...place, log: quietLog }),
  ]
  sandbox = createSandbox({ apiKey: 'key-of-the-provider-9f2c', accounts: ['account-id-main-71aa'] })
  const { url, close } = await serveSandbox(sandbox, { port: 0 })
  closeProvider = close
  const env = { RECRUITER_API_URL: url }
  here = await newInstance(databases[0]!, env)
  there = await newInstance(databases[1]!, env)
})
afterAll(async () => {
  Reflect.deleteProperty(globalThis, slot)
  await closeProvider()
  for (const database of databases) await database.close()
  await place?.remove()
})
beforeEach(async () => {
  await emptyStore(databases[0]!)
  sandbox.reset()
  await openSetup(databases[0]!.db, token)
  boss = new Visitor(here)
  await boss.post('/api/setup', { token, ...owner })
  await boss.signIn(owner)
})

/** Asks a server; what was answered has to be a success. */
async function ask<T>(
  at: Instance,
  path: string,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'GET',
  body?: unknown,
) {
  boss.move(at)
  const answer = await boss.ask(path, { method, body })
  expect(answer.status, answer.text).toBe(200)
  return answer.json as T
}
const buy = (at: Instance, kind = 'next', maxCredits = 5) =>
  ask<FetchResult>(at, `${list}/fetches`, 'POST', { kind, maxCredits })
const page = (at: Instance, view = '') => ask<CandidatePage>(at, `${list}/candidates?limit=200&${view}`)
const places = async (at: Instance) =>
  (await ask<Facets>(at, `${list}/facets?facet=location`)).facets.location!
const makeLink = (kind: 'live' | 'frozen') =>
  ask<NewShareLink>(here, '/api/share-links', 'POST', linkRequest({ jobId, kind }))
const guestAt = (at: Instance) => new Visitor(at, '203.0.113.77')

describe('two servers on one store', () => {
  test('show at once what the other bought, cached pages and counts too', async () => {
    await buy(here)
    for (const at of [here, there, here, there]) expect((await page(at)).counts.stored).toBe(50)
    const before = await places(there)
    await buy(here)
    expect((await page(there)).counts).toMatchObject({ stored: 100, matched: 100 })
    expect(await places(there)).not.toEqual(before)
    expect(await places(there)).toEqual(await places(here))
    await ask(here, list, 'PATCH', { label: 'Harbour master' })
    expect((await page(there)).job.label).toBe('Harbour master')
  })

  test('forget a person erased at one of them, for the team and for guests', async () => {
    await buy(here)
    const links = [await makeLink('live'), await makeLink('frozen')]
    const { items } = await page(there)
    const [first] = items
    const guests = await Promise.all(
      links.map(async ({ token: link }) => {
        const guest = guestAt(there)
        const { items: shown } = (await guest.ask(`/api/s/${link}/candidates?limit=200`)).json as GuestPage
        await guest.ask(`/api/s/${link}/facets?facet=location`)
        return { guest, link, refs: shown.map(({ ref }) => ref) }
      }),
    )
    await places(there)
    await ask(here, '/api/erasures', 'POST', { applicationId: first!.applicationId, jobId })
    const after = await page(there)
    expect(JSON.stringify(after)).not.toContain(first!.fullName)
    boss.move(there)
    const found = await boss.ask(`${list}/candidates/${first!.applicationId}`)
    expect(found.text).not.toContain(first!.fullName)
    for (const { guest, link, refs } of guests) {
      const { items: shown } = (await guest.ask(`/api/s/${link}/candidates?limit=200`)).json as GuestPage
      const gone = refs.filter((ref) => !shown.some((each) => each.ref === ref))
      expect(gone).toHaveLength(1)
      expect((await guest.ask(`/api/s/${link}/candidates/${gone[0]!}`)).status).toBe(404)
      const { facets } = (await guest.ask(`/api/s/${link}/facets?facet=rating`)).json as Facets
      const counted = facets.rating!.reduce((sum, { count }) => sum + count, 0)
      expect(counted).toBe(refs.length - 1)
    }
  })

  test('close a link that guests have open at the other', async () => {
    await buy(here)
    const { token: link, link: made } = await makeLink('live')
    const guest = guestAt(there)
    const { items } = (await guest.ask(`/api/s/${link}/candidates`)).json as GuestPage
    const ref = items[0]!.ref
    await ask(here, `/api/share-links/${made.id}`, 'DELETE')
    const vote = { vote: 'yes', comment: null, name: 'Gus Guest' }
    const answers = [
      await guest.ask(`/api/s/${link}`),
      await guest.ask(`/api/s/${link}/candidates`),
      await guest.ask(`/api/s/${link}/candidates/${ref}`),
      await guest.ask(`/api/s/${link}/facets`),
      await guest.ask(`/api/s/${link}/candidates/${ref}/response`, { method: 'PUT', body: vote }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect((await databases[0]!.pool.query('select 1 from guest_candidate')).rowCount).toBe(0)
  })

  test('show a guest’s vote that the other took', async () => {
    await buy(here)
    const { token: link } = await makeLink('live')
    const { items } = await page(here)
    const guest = guestAt(there)
    const { items: shown } = (await guest.ask(`/api/s/${link}/candidates`)).json as GuestPage
    const vote = { vote: 'yes', comment: null, name: 'Gus Guest' }
    expect(
      (await guest.ask(`/api/s/${link}/candidates/${shown[0]!.ref}/response`, { method: 'PUT', body: vote }))
        .status,
    ).toBe(200)
    const { marks } = await page(here)
    expect(marks[items[0]!.applicationId]).toMatchObject({ votes: { yes: 1 } })
  })

  test('stop a load of the other', async () => {
    await buy(here)
    sandbox.setLatency([400, 400])
    boss.move(here)
    const load = boss.ask(`${list}/fetches`, { method: 'POST', body: { kind: 'complete', maxCredits: 20 } })
    const colleague = new Visitor(there)
    await colleague.signIn(owner)
    const running = await vi.waitFor(
      async () => {
        const { running } = (await colleague.ask(`${list}/fetches`)).json as RunningFetch
        expect(running?.pages).toBeGreaterThan(0)
        return running!
      },
      { ...soon, interval: 50 },
    )
    const stopped = await colleague.ask(`${list}/fetches/${running.fetchId}`, { method: 'DELETE' })
    expect(stopped.json).toMatchObject({ cancelled: true })
    expect((await load).json).toMatchObject({ fetch: { code: 'cancelled' } })
    expect((await page(there)).counts.stored).toBeLessThan(160)
    sandbox.setLatency([0, 0])
  })

  test('have nothing of a job that was deleted at the other', async () => {
    await buy(here)
    const { token: link } = await makeLink('live')
    const guest = guestAt(there)
    await guest.ask(`/api/s/${link}/candidates`)
    await page(there)
    await ask(here, list, 'DELETE')
    boss.move(there)
    expect((await ask<Job>(there, list)).stored).toBe(0)
    expect((await page(there)).items).toEqual([])
    expect(await places(there)).toEqual([])
    expect((await guest.ask(`/api/s/${link}/candidates`)).status).toBe(404)
  })

  test('count wrong passwords as one', async () => {
    for (let at = 0; at < 10; at += 1) {
      const guesser = new Visitor(at % 2 === 0 ? here : there, '203.0.113.4')
      expect((await guesser.signIn({ ...owner, password: `a guess at it ${at}` })).status).toBe(401)
    }
    for (const at of [here, there])
      expect((await new Visitor(at, '203.0.113.4').signIn(owner)).status).toBe(429)
  })
})
