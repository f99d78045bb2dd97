import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type * as z from 'zod/mini'
import * as anything from '@/app/api/[...path]/route'
import * as creditsExport from '@/app/api/credits/export/route'
import * as credits from '@/app/api/credits/route'
import * as health from '@/app/api/health/route'
import * as candidate from '@/app/api/jobs/[jobId]/candidates/[applicationId]/route'
import * as applicationIds from '@/app/api/jobs/[jobId]/application-ids/route'
import * as candidates from '@/app/api/jobs/[jobId]/candidates/route'
import * as facets from '@/app/api/jobs/[jobId]/facets/route'
import * as oneFetch from '@/app/api/jobs/[jobId]/fetches/[fetchId]/route'
import * as fetches from '@/app/api/jobs/[jobId]/fetches/route'
import * as quote from '@/app/api/jobs/[jobId]/quote/route'
import * as job from '@/app/api/jobs/[jobId]/route'
import * as visits from '@/app/api/jobs/[jobId]/visits/route'
import * as jobs from '@/app/api/jobs/route'
import * as ready from '@/app/api/ready/route'
import * as guestCandidate from '@/app/api/s/[token]/candidates/[ref]/route'
import * as guestResponse from '@/app/api/s/[token]/candidates/[ref]/response/route'
import * as guestCandidates from '@/app/api/s/[token]/candidates/route'
import * as guestFacets from '@/app/api/s/[token]/facets/route'
import * as guestPasscode from '@/app/api/s/[token]/passcode/route'
import * as guestLink from '@/app/api/s/[token]/route'
import * as shareLink from '@/app/api/share-links/[linkId]/route'
import * as shareLinks from '@/app/api/share-links/route'
import { problem, type Problem } from '@/lib/contracts/problem'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import type { Database } from '@/lib/server/db/open-database'
import type { Runtime } from '@/lib/server/runtime'
import { createDoor } from '@/lib/server/services/door'
import { createServices } from '@/lib/server/services/services'
import { contextOf, type Settings } from './context-of'
import { keptLog } from './test-log'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Route = Record<Method, Handler>

/** Every address, as the framework finds them in app/api. */
export const routes: [string, Route][] = [
  ['/api/health', health],
  ['/api/ready', ready],
  ['/api/credits', credits],
  ['/api/jobs', jobs],
  ['/api/jobs/:jobId', job],
  ['/api/jobs/:jobId/facets', facets],
  ['/api/jobs/:jobId/fetches', fetches],
  ['/api/jobs/:jobId/application-ids', applicationIds],
  ['/api/jobs/:jobId/fetches/:fetchId', oneFetch],
  ['/api/jobs/:jobId/quote', quote],
  ['/api/jobs/:jobId/visits', visits],
  ['/api/credits/export', creditsExport],
  ['/api/share-links', shareLinks],
  ['/api/share-links/:linkId', shareLink],
  ['/api/s/:token', guestLink],
  ['/api/s/:token/candidates', guestCandidates],
  ['/api/s/:token/candidates/:ref', guestCandidate],
  ['/api/s/:token/candidates/:ref/response', guestResponse],
  ['/api/s/:token/facets', guestFacets],
  ['/api/s/:token/passcode', guestPasscode],
  ['/api/jobs/:jobId/candidates', candidates],
  ['/api/jobs/:jobId/candidates/:applicationId', candidate],
]

/** The handlers of an address and its parameters; what no file stands for goes to the one that catches all. */
function find(path: string): { handlers: Route; params: Record<string, string> } {
  const parts = path.split('/')
  for (const [pattern, handlers] of routes) {
    const names = pattern.split('/')
    if (names.length !== parts.length) continue
    if (!names.every((name, at) => name.startsWith(':') || name === parts[at])) continue
    const params = names.flatMap((name, at) =>
      name.startsWith(':') ? [[name.slice(1), decodeURIComponent(parts[at] ?? '')] as const] : [],
    )
    return { handlers, params: Object.fromEntries(params) }
  }
  return { handlers: anything, params: {} }
}

export const origin = 'http://shortlist.test'
const secrets = {
  RECRUITER_API_KEY: 'key-of-the-provider-9f2c',
  RECRUITER_ACCOUNTS: 'main=account-id-main-71aa,agency=account-id-agency-52bb',
}
const accounts = [
  { label: 'main', id: 'account-id-main-71aa' },
  { label: 'agency', id: 'account-id-agency-52bb' },
] as const

const slot = Symbol.for('shortlist.runtime')
type Running = Pick<Runtime, 'log' | 'servicesFor' | 'door' | 'signIn' | 'limits' | 'ping' | 'address'>
type Holder = { [slot]?: Promise<Running> }

export type Asked = { status: number; headers: Headers; text: string }
type Sent = { method?: Method; body?: unknown; rawBody?: string; headers?: Record<string, string> }

/** Calls the product's own handlers over a store, and keeps all they answered and logged. */
export function httpDesk(store: { readonly database: Database }, settings: () => Settings = () => ({})) {
  const sandbox: Sandbox = createSandbox({
    apiKey: secrets.RECRUITER_API_KEY,
    accounts: accounts.map(({ id }) => id),
  })
  const said: string[] = []
  let lines: string[] = []
  let close = async () => {}
  let url = ''

  beforeAll(async () => {
    ;({ url, close } = await serveSandbox(sandbox, { port: 0 }))
    const kept = keptLog({ ...secrets, RECRUITER_API_URL: url })
    lines = kept.lines
    const reach = { url, apiKey: secrets.RECRUITER_API_KEY, accounts }
    const context = contextOf(store.database, reach, { log: kept.log, timeoutMs: 2_000, ...settings() })
    const runtime: Running = {
      log: kept.log,
      servicesFor: createServices(context, { sandbox: null }),
      door: createDoor(context),
      signIn: context.signIn,
      limits: context.limits,
      ping: store.database.ping,
      address: {
        ...{ host: '127.0.0.1', port: 0, names: [new URL(origin).host], trustedProxies: [] },
        ...{ https: false, note: null },
      },
    }
    ;(globalThis as Holder)[slot] = Promise.resolve(runtime)
  })
  afterEach(() => {
    sandbox.reset()
    // Whatever a test did: nothing of the provider's is in what was answered or logged.
    const all = [...said, ...lines].join('\n')
    for (const secret of [secrets.RECRUITER_API_KEY, ...accounts.map(({ id }) => id)]) {
      expect(all).not.toContain(secret)
    }
    said.length = 0
  })
  afterAll(async () => {
    delete (globalThis as Holder)[slot]
    await close()
  })

  async function call(
    path: string,
    { method = 'GET', body, rawBody, headers = {} }: Sent = {},
  ): Promise<Asked> {
    const { handlers, params } = find(path.split('?')[0]!)
    const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body))
    const request = new Request(`${origin}${path}`, {
      method,
      body: sent,
      headers: {
        host: new URL(origin).host,
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    const response = await handlers[method](request, { params: Promise.resolve(params) })
    const text = await response.text()
    said.push(text, ...[...response.headers].map((pair) => pair.join(': ')))
    return { status: response.status, headers: response.headers, text }
  }

  return {
    sandbox,
    lines: () => lines,
    call,
    /** A success, read through its contract. */
    async read<T>(schema: z.ZodMiniType<T>, path: string, sent?: Sent): Promise<T> {
      const { status, headers, text } = await call(path, sent)
      expect(status, text.slice(0, 300)).toBe(200)
      expect(headers.get('content-type')).toMatch(/^application\/json/)
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const value: unknown = JSON.parse(text)
      const parsed = schema.parse(value)
      // Nothing beyond the contract is sent.
      expect(parsed).toEqual(value)
      return parsed
    },
    /** A failure, read through its contract. */
    async refusal(path: string, sent?: Sent): Promise<Problem & { headers: Headers }> {
      const { status, headers, text } = await call(path, sent)
      expect(headers.get('content-type')).toBe('application/problem+json')
      const parsed = problem.parse(JSON.parse(text))
      expect(parsed.status).toBe(status)
      expect(parsed.requestId).toBe(headers.get('x-request-id'))
      expect(parsed.title.length).toBeGreaterThan(5)
      expect(parsed.detail).toMatch(/[.”]$/)
      expect(text).not.toMatch(/\bat .*\.ts|node_modules|Error:/)
      return { ...parsed, headers }
    },
  }
}
