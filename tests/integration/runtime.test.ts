import { deskActor } from '@/lib/server/actor'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { fetchResult } from '@/lib/contracts/fetch'
import { GET as getReady } from '@/app/api/ready/route'
import { GET as getCandidates } from '@/app/api/jobs/[jobId]/candidates/route'
import { POST as postFetch } from '@/app/api/jobs/[jobId]/fetches/route'
import { type Engine, newStore } from './engines'
import { getRuntime } from '@/lib/server/runtime'
import { jobOfSize, testProvider } from './test-context'

const slot = Symbol.for('shortlist.runtime')
const jobId = jobOfSize(81)
const soon = { timeout: 60_000 }
const params = Promise.resolve({ jobId })
const address = `http://127.0.0.1/api/jobs/${jobId}`

beforeEach(() => {
  for (const name of Object.keys(process.env).filter((known) =>
    /^(RECRUITER_|DATABASE_URL|DATA_DIR)/.test(known),
  ))
    vi.stubEnv(name, undefined)
  vi.stubEnv('LOG_LEVEL', 'silent')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

async function startFrom(settings: Record<string, string>, engine: Engine) {
  const store = await newStore(engine)
  onTestFinished(store.remove)
  vi.stubEnv('DATA_DIR', store.dataDir)
  if (store.databaseUrl) vi.stubEnv('DATABASE_URL', store.databaseUrl)
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const runtime = await getRuntime()
  onTestFinished(async () => {
    await runtime.close()
    Reflect.deleteProperty(globalThis, slot)
  })
  return runtime
}

const buy = async () => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ kind: 'next', maxCredits: 5 })
  const response = await postFetch(new Request(`${address}/fetches`, { method: 'POST', headers, body }), {
    params,
  })
  return fetchResult.parse(await response.json())
}
const read = async () =>
  candidatePage.parse(await (await getCandidates(new Request(`${address}/candidates`), { params })).json())

test.each(['pglite', 'postgres'] as const)(
  'a server with a provider’s key, on %s, buys from that provider and reads from its store',
  async (engine) => {
    const { sandbox, url, apiKey, accounts } = await testProvider()
    const { greeting, address: listens } = await startFrom(
      {
        RECRUITER_API_URL: url,
        RECRUITER_API_KEY: apiKey,
        RECRUITER_ACCOUNTS: accounts.map(({ label, id }) => `${label}=${id}`).join(','),
        HOST: '0.0.0.0',
      },
      engine,
    )
    expect(greeting).toContain('main, agency')
    for (const secret of [apiKey, ...accounts.map(({ id }) => id)]) expect(greeting).not.toContain(secret)
    expect(listens.host).toBe('127.0.0.1')
    expect(
      (await getReady(new Request('http://127.0.0.1/api/ready'), { params: Promise.resolve({}) })).status,
    ).toBe(200)
    expect((await buy()).list).toMatchObject({ stored: 50, total: 81 })
    expect(sandbox.stats()).toMatchObject({ calls: 1, creditsCharged: 5 })
    expect((await read()).counts).toEqual({ matched: 50, stored: 50, total: 81 })
  },
)

test('a server without a key runs on sample people, and says so', async () => {
  const { greeting, servicesFor } = await startFrom({}, 'pglite')
  const services = servicesFor(deskActor)
  expect(greeting).toMatch(/sample people and play credits/)
  expect(services.config).toMatchObject({ sandbox: true, accounts: ['sandbox'] })
  expect((await buy()).list).toMatchObject({ stored: 50, total: 81 })
  expect(services.sandbox?.stats()).toMatchObject({ calls: 1 })
})

test('stopping waits for a fetch under way, which is stored and settled', async () => {
  const { sandbox, url, apiKey, accounts, hold } = await testProvider()
  const store = await newStore('postgres')
  onTestFinished(store.remove)
  vi.stubEnv('DATABASE_URL', store.databaseUrl!)
  vi.stubEnv('RECRUITER_API_URL', url)
  vi.stubEnv('RECRUITER_API_KEY', apiKey)
  vi.stubEnv('RECRUITER_ACCOUNTS', `main=${accounts[0].id}`)
  const runtime = await getRuntime()
  onTestFinished(() => void Reflect.deleteProperty(globalThis, slot))
  const open = hold()
  const bought = buy()
  const entries = async () =>
    (await runtime.servicesFor(deskActor).listCredits({ cursor: null, limit: 10 })).entries
  await vi.waitFor(async () => expect(await entries()).toMatchObject([{ state: 'reserved' }]), soon)
  const closing = runtime.close()
  open()
  expect((await bought).fetch).toMatchObject({ state: 'settled', consumed: 5 })
  await closing
  expect(sandbox.stats().calls).toBe(1)
})
