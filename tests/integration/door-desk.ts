import { afterAll, beforeEach, expect } from 'vitest'
import { toServerAddress } from '@/lib/server/platform/address'
import { createLimits } from '@/lib/server/auth/limits'
import { openSetup } from '@/lib/server/auth/setup-token'
import { createSignIn } from '@/lib/server/auth/sign-in'
import type { Database } from '@/lib/server/db/open-database'
import { createRequestCounts } from '@/lib/server/platform/request-counts'
import { readEnv } from '@/lib/server/platform/env'
import { createAuthServices } from '@/lib/server/runtime/auth-services'
import { createEventHub } from '@/lib/server/events/event-hub'
import { createReaderServices } from '@/lib/server/runtime/services'
import { contextOf } from './context-of'
import { type Asked, type Holder, type Running, slot } from './http-desk'
import { findRoute, type Method } from './routes'
import { keptLog } from './test-log'

export const token = 'the-setup-token-of-these-tests'
export const owner = { name: 'Olive Owner', email: 'olive@example.test', password: 'a quiet harbour at noon' }

const settings = {
  RECRUITER_API_URL: 'http://127.0.0.1:9',
  RECRUITER_API_KEY: 'key-of-the-provider-9f2c',
  RECRUITER_ACCOUNTS: 'main=account-id-main-71aa',
  AUTH_SECRET: 'a-secret-of-these-tests-0123456789abcdef',
  APP_URL: 'http://127.0.0.1:3000',
}

/** An instance of the product on a store, where people have to sign in. */
export async function newInstance(
  { db, pool, ping }: Database,
  more: Record<string, string> = {},
): Promise<Running & { lines: string[] }> {
  const all = { ...settings, ...more }
  const env = readEnv(all)
  const { log, lines } = keptLog(all)
  const signIn = await createSignIn(env, { db }, log)
  const limits = createLimits(pool)
  const reach = {
    url: all.RECRUITER_API_URL,
    apiKey: all.RECRUITER_API_KEY,
    accounts: [{ label: 'main', id: 'account-id-main-71aa' }] as const,
  }
  const context = contextOf({ db }, reach, { log, signIn, limits })
  return {
    log,
    lines,
    signIn,
    limits,
    ping,
    canBuy: context.spool.canStore,
    requests: createRequestCounts(),
    address: toServerAddress(env),
    servicesFor: createReaderServices(context, {
      sandbox: null,
      events: createEventHub({ ...context, listen: null }),
    }),
    authServices: createAuthServices(context),
  }
}

type Sent = { method?: Method; body?: unknown; rawBody?: string; headers?: Record<string, string> }

/** A browser: keeps its cookies, and talks to an instance from an address. */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  readonly #address: string
  #instance: Running

  constructor(instance: Running, address = '198.51.100.7') {
    this.#instance = instance
    this.#address = address
  }

  /** Goes on at another instance with the same cookies. */
  move(instance: Running): void {
    this.#instance = instance
  }

  /** Takes over another browser's cookies. */
  take(other: Visitor): void {
    for (const [name, value] of other.#cookies) this.#cookies.set(name, value)
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(
    path: string,
    { method = 'GET', body, rawBody, headers = {} }: Sent = {},
  ): Promise<Asked & { json: unknown }> {
    ;(globalThis as Holder)[slot] = Promise.resolve(this.#instance)
    const { handlers, params } = findRoute(path.split('?')[0]!)
    const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body))
    const request = new Request(`${settings.APP_URL}${path}`, {
      method,
      body: sent,
      headers: {
        host: '127.0.0.1:3000',
        'x-shortlist-client': this.#address,
        ...(this.#cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    const response = await handlers[method](request, { params: Promise.resolve(params) })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const at = pair.indexOf('=')
      const gone = attributes.some((each) => /^max-age=0$/i.test(each))
      if (gone) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const text = await response.text()
    let json: unknown = null
    try {
      json = JSON.parse(text)
    } catch {
      // Not every answer is JSON.
    }
    return { status: response.status, headers: response.headers, text, json }
  }

  post(path: string, body: unknown = {}): ReturnType<Visitor['ask']> {
    return this.ask(path, { method: 'POST', body })
  }

  signIn({ email, password }: { email: string; password: string }): ReturnType<Visitor['ask']> {
    return this.post('/api/auth/sign-in/email', { email, password })
  }

  /** Whether this browser is signed in. */
  async isIn(): Promise<boolean> {
    return (await this.ask('/api/me')).status === 200
  }
}

/** An instance whose setup is open before every test, and browsers at it. */
export function doorDesk(
  store: { readonly database: Database },
  more: () => Record<string, string> = () => ({}),
) {
  let instance: Running & { lines: string[] }
  beforeEach(async () => {
    instance = await newInstance(store.database, more())
    await openSetup(store.database.db, token)
  })
  afterAll(() => {
    delete (globalThis as Holder)[slot]
  })
  const visitor = (address?: string) => new Visitor(instance, address)
  return {
    instance: () => instance,
    /** All that a table holds, as one text. */
    everything: async (table: string) =>
      JSON.stringify((await store.database.pool.query(`select * from ${table}`)).rows),
    visitor,
    /** The owner, signed in. */
    async owner(): Promise<Visitor> {
      const browser = visitor()
      const made = await browser.post('/api/setup', { token, ...owner })
      expect(made.status, made.text).toBe(200)
      expect((await browser.signIn(owner)).status).toBe(200)
      return browser
    },
    /** Somebody whom the owner has invited, signed in. */
    async member(inviter: Visitor, role: 'owner' | 'recruiter' | 'viewer', email = `${role}@example.test`) {
      const invited = await inviter.post('/api/invitations', { email, role })
      const { token: link } = invited.json as { token: string }
      const browser = visitor()
      const password = 'seven kettles in a row'
      const accepted = await browser.post('/api/invitations/accept', {
        token: link,
        name: `A ${role}`,
        password,
      })
      expect(accepted.status, accepted.text).toBe(200)
      expect((await browser.signIn({ email, password })).status).toBe(200)
      return { browser, email, password }
    },
  }
}
