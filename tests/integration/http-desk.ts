import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type * as z from 'zod/mini'
import { problem, type Problem } from '@/lib/contracts/problem'
import { createSandbox, type Sandbox } from '@/lib/sandbox/sandbox'
import { serveSandbox } from '@/lib/sandbox/serve'
import type { Database } from '@/lib/server/db/open-database'
import type { Runtime } from '@/lib/server/runtime/runtime'
import { createRequestCounts } from '@/lib/server/platform/request-counts'
import { createAuthServices } from '@/lib/server/runtime/auth-services'
import { createEventHub } from '@/lib/server/events/event-hub'
import { createReaderServices } from '@/lib/server/runtime/services'
import { contextOf, type Settings } from './context-of'
import { findRoute, type Method, type Route } from './routes'
import { keptLog } from './test-log'

export const origin = 'http://shortlist.test'
const secrets = {
  RECRUITER_API_KEY: 'key-of-the-provider-9f2c',
  RECRUITER_ACCOUNTS: 'main=account-id-main-71aa,agency=account-id-agency-52bb',
}
const accounts = [
  { label: 'main', id: 'account-id-main-71aa' },
  { label: 'agency', id: 'account-id-agency-52bb' },
] as const

export const slot = Symbol.for('shortlist.runtime')
export type Running = Pick<
  Runtime,
  'log' | 'servicesFor' | 'authServices' | 'signIn' | 'limits' | 'ping' | 'canBuy' | 'address' | 'requests'
>
export type Holder = { [slot]?: Promise<Running> }

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
  const underWay = new Set<Promise<unknown>>()
  let close = async () => {}
  let url = ''

  beforeAll(async () => {
    ;({ url, close } = await serveSandbox(sandbox, { port: 0 }))
    const kept = keptLog({ ...secrets, RECRUITER_API_URL: url })
    lines = kept.lines
    const reach = { url, apiKey: secrets.RECRUITER_API_KEY, accounts }
    const context = {
      ...contextOf(store.database, reach, { log: kept.log, timeoutMs: 2_000, ...settings() }),
      track<T>(work: Promise<T>) {
        underWay.add(work)
        return work.finally(() => underWay.delete(work))
      },
    }
    const runtime: Running = {
      log: kept.log,
      servicesFor: createReaderServices(context, {
        sandbox: null,
        events: createEventHub({ ...context, listen: null }),
      }),
      authServices: createAuthServices(context),
      signIn: context.signIn,
      limits: context.limits,
      ping: store.database.ping,
      canBuy: context.spool.canStore,
      requests: createRequestCounts(),
      address: {
        ...{ host: '127.0.0.1', port: 0, names: [new URL(origin).host], trustedProxies: [] },
        ...{ https: false, note: null },
      },
    }
    ;(globalThis as Holder)[slot] = Promise.resolve(runtime)
  })
  afterEach(async () => {
    // A load goes on when its reader is gone: it would buy on in the store that the next test begins with.
    while (underWay.size > 0) await Promise.allSettled(underWay)
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

  /** Calls an address's handlers with parameters that no path needs to be able to say. */
  async function send(
    handlers: Route,
    params: Record<string, string>,
    path: string,
    { method = 'GET', body, rawBody, headers = {} }: Sent = {},
  ): Promise<Asked> {
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

  function call(path: string, sent?: Sent): Promise<Asked> {
    const { handlers, params } = findRoute(path.split('?')[0]!)
    return send(handlers, params, path, sent)
  }

  return {
    sandbox,
    lines: () => lines,
    call,
    send,
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
