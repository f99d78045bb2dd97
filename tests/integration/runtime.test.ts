import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { fetchResult } from '@/lib/contracts/fetch'
import { GET as getReady } from '@/app/api/ready/route'
import { GET as getCandidates } from '@/app/api/jobs/[jobId]/candidates/route'
import { POST as postAuth } from '@/app/api/auth/[...path]/route'
import { POST as postSetup } from '@/app/api/setup/route'
import { POST as postFetch } from '@/app/api/jobs/[jobId]/fetches/route'
import { type Engine, newStore } from './engines'
import { localActor } from '@/lib/server/platform/actor'
import { getRuntime } from '@/lib/server/runtime/runtime'
import { owner, token } from './door-desk'
import { jobOfSize, testProvider } from './test-context'

const slot = Symbol.for('shortlist.runtime')
const jobId = jobOfSize(81)
const soon = { timeout: 60_000 }
const params = Promise.resolve({ jobId })
const address = `http://127.0.0.1/api/jobs/${jobId}`

beforeEach(() => {
  for (const name of Object.keys(process.env).filter((known) =>
    /^(RECRUITER_|DATABASE_URL|DATA_DIR|APP_URL|AUTH_SECRET|SETUP_TOKEN)/.test(known),
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

const json = (cookie: string) => ({ 'content-type': 'application/json', ...(cookie && { cookie }) })

/** Makes the owner, and signs them in. @returns their cookie */
async function signIn(): Promise<string> {
  const post = (handler: typeof postSetup, path: string, body: unknown) =>
    handler(
      new Request(`http://127.0.0.1${path}`, {
        method: 'POST',
        headers: json(''),
        body: JSON.stringify(body),
      }),
      { params: Promise.resolve({}) },
    )
  expect((await post(postSetup, '/api/setup', { token, ...owner })).status).toBe(200)
  const { email, password } = owner
  const entered = await post(postAuth, '/api/auth/sign-in/email', { email, password })
  return entered.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
}
const signInSettings = { SETUP_TOKEN: token, AUTH_SECRET: 'a-secret-of-these-tests-0123456789abcdef' }

const buy = async (cookie = '') => {
  const headers = json(cookie)
  const body = JSON.stringify({ kind: 'next', maxCredits: 5 })
  const response = await postFetch(new Request(`${address}/fetches`, { method: 'POST', headers, body }), {
    params,
  })
  return fetchResult.parse(await response.json())
}
const read = async (cookie = '') => {
  const request = new Request(`${address}/candidates`, { headers: json(cookie) })
  return candidatePage.parse(await (await getCandidates(request, { params })).json())
}

test.each(['pglite', 'postgres'] as const)(
  'a server with a provider’s key, on %s, buys from that provider and reads from its store',
  async (engine) => {
    const { sandbox, url, apiKey, accounts } = await testProvider()
    const { greeting, address: listens } = await startFrom(
      {
        RECRUITER_API_URL: url,
        RECRUITER_API_KEY: apiKey,
        RECRUITER_ACCOUNTS: accounts.map(({ label, id }) => `${label}=${id}`).join(','),
        ...signInSettings,
        HOST: '0.0.0.0',
        APP_URL: 'https://shortlist.example.test',
      },
      engine,
    )
    expect(greeting).toContain('main, agency')
    for (const secret of [apiKey, ...accounts.map(({ id }) => id)]) expect(greeting).not.toContain(secret)
    expect(listens).toMatchObject({ host: '0.0.0.0', https: true })
    expect(greeting).not.toContain(token)
    expect(
      (await getReady(new Request('http://127.0.0.1/api/ready'), { params: Promise.resolve({}) })).status,
    ).toBe(200)
    const cookie = await signIn()
    expect(cookie).toMatch(/^__Host-shortlist/)
    expect((await buy(cookie)).list).toMatchObject({ stored: 50, total: 81 })
    expect(sandbox.stats()).toMatchObject({ calls: 1, creditsCharged: 5 })
    expect((await read(cookie)).counts).toEqual({ matched: 50, stored: 50, total: 81 })
  },
)

test('a server without a key runs on sample people, and says so', async () => {
  const { greeting, servicesFor } = await startFrom({}, 'pglite')
  const services = await servicesFor(localActor)
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
  for (const [name, value] of Object.entries(signInSettings)) vi.stubEnv(name, value)
  const runtime = await getRuntime()
  onTestFinished(() => void Reflect.deleteProperty(globalThis, slot))
  const cookie = await signIn()
  const open = hold()
  const bought = buy(cookie)
  const entries = async () =>
    (await (await runtime.servicesFor(localActor)).listCredits({ cursor: null, limit: 10 })).entries
  await vi.waitFor(async () => expect(await entries()).toMatchObject([{ state: 'reserved' }]), soon)
  const closing = runtime.close()
  open()
  expect((await bought).fetch).toMatchObject({ state: 'settled', consumed: 5 })
  await closing
  expect(sandbox.stats().calls).toBe(1)
})
