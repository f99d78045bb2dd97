import { createHash } from 'node:crypto'
import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  request as requests,
  test as base,
} from '@playwright/test'
import { type JobList } from '@/lib/contracts/job'
import { buildPerson, type WireCandidate } from '@/lib/sandbox/people'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import { Guard } from './guard'
import { makeDataDir, type Settings, startServer } from './server'
import { setUp } from './people'

/** Values that must never leave the server; each is told apart from all other text. */
export const secrets = {
  RECRUITER_API_KEY: 'e2e-key-9f31c7d0b2',
  mainAccount: 'acct-main-5d7e01f3',
  agencyAccount: 'acct-agency-c40b8812',
  AUTH_SECRET: 'e2e-auth-secret-0d4f6a8b1c3e5f7092b4',
  SETUP_TOKEN: 'e2e-setup-token-7711aa',
  OIDC_CLIENT_SECRET: 'e2e-oidc-secret-42bb90',
}

export type Job = {
  jobId: string
  /** The person who stands at a row, from 0, while nobody has come or gone. */
  person: (at: number) => WireCandidate
}

type Served = {
  url: string
  /** The provider, to be made to fail or to change; null where the product brings its own. */
  sandbox: Sandbox
  log: () => string
  /** A job that no other test uses, with this many applicants. */
  newJob: (applicants: number) => Job
  /** The browser state of somebody who is signed in as the owner; of nobody where nobody signs in. */
  owner: StorageState
}

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

type WorkerFixtures = {
  provider: 'configured' | 'built-in'
  /** AUTOLOAD_CREDITS of the server: what scrolling may spend, of each person, in all tests together. */
  autoload: string
  /** No other file meets this server: its people are signed out. */
  apart: boolean
  served: Served
}
type TestFixtures = {
  /** Whose browser it is: the owner's, unless a test signs in by itself. */
  reader: 'owner' | 'nobody'
  guard: Guard
  /** A page of someone else's browser. */
  colleague: (options?: BrowserContextOptions) => Promise<Page>
  /** Buys pages of a job until there are this many rows, or all. */
  store: (job: Job, rows?: number) => Promise<void>
}

const seed = 1
const [fewest, spread] = [20_000, 79_000]
const jobOf = (size: number) => `4100${String(size).padStart(6, '0')}`

/** What a reader sees can be pressed a moment before the page listens; a machine is quick enough to notice. */
function awaitScripts(page: Page): Page {
  const listening = () =>
    page.waitForFunction(() =>
      [...document.querySelectorAll('button, input')].every((element) =>
        Object.keys(element).some((key) => key.startsWith('__reactProps$')),
      ),
    )
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  page.goto = async (...rest) => {
    const answer = await goto(...rest)
    await listening()
    return answer
  }
  page.reload = async (...rest) => {
    const answer = await reload(...rest)
    await listening()
    return answer
  }
  return page
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  provider: ['configured', { option: true, scope: 'worker' }],
  apart: [false, { option: true, scope: 'worker' }],
  autoload: ['1000', { option: true, scope: 'worker' }],

  served: [
    async ({ provider, autoload }, use) => {
      const data = await makeDataDir()
      const sandbox = createSandbox({
        apiKey: secrets.RECRUITER_API_KEY,
        accounts: [secrets.mainAccount, secrets.agencyAccount],
        seed,
      })
      const upstream = await serveSandbox(sandbox)
      const configured: Settings = {
        RECRUITER_API_URL: upstream.url,
        RECRUITER_API_KEY: secrets.RECRUITER_API_KEY,
        RECRUITER_ACCOUNTS: `main=${secrets.mainAccount},agency=${secrets.agencyAccount}`,
        AUTH_SECRET: secrets.AUTH_SECRET,
        SETUP_TOKEN: secrets.SETUP_TOKEN,
        OIDC_ISSUER: 'https://issuer.example.test',
        OIDC_CLIENT_ID: 'shortlist',
        OIDC_CLIENT_SECRET: secrets.OIDC_CLIENT_SECRET,
      }
      const server = startServer({
        ...(provider === 'configured' ? configured : {}),
        DATA_DIR: data.path,
        CREDITS_PER_DAY: '10000',
        AUTOLOAD_CREDITS: autoload,
      })
      const taken = new Set<string>()
      const newJob = (applicants: number): Job => {
        // The number in an id is how many applied at first: a list of its own is one that all others have left. It
        // follows from the test's name, so that a test meets the same people whatever ran before it.
        const { titlePath, repeatEachIndex } = test.info()
        const name = `${titlePath.join('/')} ${repeatEachIndex}`
        let size = fewest + (createHash('sha256').update(name).digest().readUInt32BE() % spread)
        while (taken.has(jobOf(size))) size += 1
        const jobId = jobOf(size)
        taken.add(jobId)
        sandbox.change(jobId, { kind: 'withdraw', count: size - applicants, at: 'end' })
        return { jobId, person: (at) => buildPerson(seed, jobId, at) }
      }
      try {
        const url = await server.ready
        const client = await requests.newContext({ baseURL: url })
        if (provider === 'configured') await setUp(client, secrets.SETUP_TOKEN)
        const state = await client.storageState()
        await client.dispose()
        await use({ url, sandbox, log: server.stdout, newJob, owner: state })
        server.terminate()
        expect(await server.exited, `a server that is stopped ends well: ${server.stderr()}`).toBe(0)
      } finally {
        await upstream.close()
        await data.remove()
      }
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  baseURL: async ({ served }, use) => use(served.url),

  reader: ['owner', { option: true }],
  storageState: async ({ served, reader }, use) => use(reader === 'owner' ? served.owner : undefined),

  guard: async ({ served }, use) => {
    const guard = new Guard(served.url)
    await use(guard)
    expect(guard.verdict(), 'nothing went wrong unseen').toEqual([])
  },

  page: async ({ page }, use) => {
    await use(awaitScripts(page))
  },

  context: async ({ context, guard }, use) => {
    guard.watch(context)
    await use(context)
  },

  colleague: async ({ browser, baseURL, guard, locale, timezoneId, viewport, storageState }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async (options) => {
      const context = await browser.newContext({
        ...{ baseURL, locale, timezoneId, viewport, storageState },
        ...options,
      })
      guard.watch(context)
      contexts.push(context)
      const page = await context.newPage()
      return options?.javaScriptEnabled === false ? page : awaitScripts(page)
    })
    for (const context of contexts) await context.close()
  },

  store: async ({ request }, use) => {
    await use(async ({ jobId }, rows = Number.POSITIVE_INFINITY) => {
      for (;;) {
        const listed = await request.get('/api/jobs')
        expect(listed.status(), await listed.text()).toBe(200)
        const { items } = (await listed.json()) as JobList
        const job = items.find((one) => one.jobId === jobId)
        if (job && (job.stored >= rows || (job.status !== 'empty' && job.status !== 'partial'))) return
        const answer = await request.post(`/api/jobs/${jobId}/fetches`, {
          data: { kind: 'next', maxCredits: 5 },
        })
        expect(answer.status(), await answer.text()).toBe(200)
      }
    })
  },
})

export { expect }
