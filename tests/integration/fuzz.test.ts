import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { problem } from '@/lib/contracts/problem'
import { authPaths } from '@/lib/server/http/auth-paths'
import { openSetup } from '@/lib/server/auth/setup-token'
import { newInstance, owner, token, Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { hostileCall } from './hostile-calls'
import { type Asked, httpDesk, slot } from './http-desk'
import { everyRoute, type Method } from './routes'

const seed = 20_260_401
const runsOf = { pglite: 40, postgres: 20 }
const peopled = '/api/jobs/4100000012/fetches'

/** A query as it stands in an address: halves of letters cannot, and become what a browser makes of them. */
const queryOf = (pairs: [string, string][]) => new URLSearchParams(pairs).toString()

/** Nothing was our fault, nothing may be kept by a cache, and nothing of the server's inside is in the answer. */
function expectSound({ status, headers, text }: Asked, call: string) {
  const told = `${call.slice(0, 300)} → ${status} ${text.slice(0, 200)}`
  expect(status, told).toBeLessThan(500)
  expect(headers.get('cache-control'), told).toBe('private, no-store')
  expect(headers.get('x-request-id'), told).toMatch(/^[A-Za-z0-9._-]{8,64}$/)
  if (status >= 400) {
    expect(headers.get('content-type'), told).toBe('application/problem+json')
    const { code } = problem.parse(JSON.parse(text))
    expect(code, told).not.toBe('internal_error')
  } else if (status < 300) {
    expect(headers.get('content-type'), told).toMatch(
      /^(application\/(jsonl?|vnd\.openxmlformats)|text\/(csv|event-stream))/,
    )
  }
  expect(text).not.toMatch(/ {4}at |node_modules|postgres(ql)?:\/\//)
}

test('the addresses below are those of the folder', () => {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  const folders = files
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => file.replace(/\/?route\.ts$/, ''))
  const patterns = folders.map((folder) =>
    `/api/${folder}`.replace(/\[\.{3}\w+\]/g, '*').replace(/\[(\w+)\]/g, ':$1'),
  )
  expect(everyRoute.map(([path]) => path).toSorted()).toEqual(patterns.toSorted())
})

onEachEngine('whatever is sent to any address', (store, engine) => {
  const desk = httpDesk(store)
  const runs = { seed, numRuns: runsOf[engine], interruptAfterTimeLimit: 15_000 }

  // A new route is met here by standing in the folder.
  test.each(everyRoute.map(([path, handlers]) => ({ path, handlers })))(
    '$path answers it, and never as if the fault were ours',
    async ({ path, handlers }) => {
      await desk.call(peopled, { method: 'POST', body: { kind: 'next', maxCredits: 5 } })
      await fc.assert(
        fc.asyncProperty(hostileCall, async ({ method, params, query, headers, body }) => {
          const names = path.split('/').filter((part) => part.startsWith(':'))
          const given = Object.fromEntries(names.map((name, at) => [name.slice(1), params[at] ?? '']))
          const rest = encodeURIComponent(Buffer.from(params[0]!).toString())
          // Else the stream would go on for as long as its reader stays.
          const first = path.endsWith('/events') ? 'follow=0&' : ''
          const address = `${path.replace('*', rest)}?${first}${queryOf(query)}`
          const sent = method === 'GET' ? {} : { rawBody: body }
          const how = { method: method as Method, headers, ...sent }
          expectSound(await desk.send(handlers, given, address, how), `${method} ${address}`)
        }),
        runs,
      )
    },
  )
})

onEachEngine('whatever is sent to the sign-in', (store, engine) => {
  const runs = { seed, numRuns: runsOf[engine], interruptAfterTimeLimit: 15_000 }

  test.each(Object.entries(authPaths))(
    '%s answers it, signed in or not, and never as if the fault were ours',
    async (path, { method }) => {
      const instance = await newInstance(store.database, {
        SMTP_URL: 'smtp://127.0.0.1:9',
        OIDC_ISSUER: 'http://127.0.0.1:9',
        OIDC_CLIENT_ID: 'app',
        OIDC_CLIENT_SECRET: 'none',
      })
      onTestFinished(() => void Reflect.deleteProperty(globalThis, slot))
      await openSetup(store.database.db, token)
      const boss = new Visitor(instance)
      await boss.post('/api/setup', { token, ...owner })
      await boss.signIn(owner)
      const signedIn = boss.cookie
      let calls = 0
      await fc.assert(
        fc.asyncProperty(hostileCall, fc.boolean(), async ({ query, headers, body }, known) => {
          // Each from elsewhere: the limits of one address would answer for everything behind them.
          const from = `10.${calls >> 8}.${calls++ & 255}.7`
          const address = `/api/auth/${path}?${queryOf(query)}`
          const sent = method === 'GET' ? {} : { rawBody: body }
          const cookie = known ? { cookie: signedIn } : {}
          const how = { method, headers: { ...headers, ...cookie }, ...sent }
          expectSound(await new Visitor(instance, from).ask(address, how), `${method} ${address}`)
        }),
        runs,
      )
    },
  )
})
