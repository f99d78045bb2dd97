import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problem } from '@/lib/contracts/problem'
import { onEachEngine } from './engines'
import { hostileCall } from './hostile-calls'
import { httpDesk } from './http-desk'
import { type Method, routes } from './routes'

const seed = 20_260_401
const runsOf = { pglite: 40, postgres: 20 }
const peopled = '/api/jobs/4100000012/fetches'

/** A query as it stands in an address: halves of letters cannot, and become what a browser makes of them. */
const queryOf = (pairs: [string, string][]) => new URLSearchParams(pairs).toString()

onEachEngine('whatever is sent to any address', (store, engine) => {
  const desk = httpDesk(store)

  // A new route is met here by standing in the table of http-desk.
  test.each(routes.map(([path, handlers]) => ({ path, handlers })))(
    '$path answers it, and never as if the fault were ours',
    async ({ path, handlers }) => {
      await desk.call(peopled, { method: 'POST', body: { kind: 'next', maxCredits: 5 } })
      await fc.assert(
        fc.asyncProperty(hostileCall, async ({ method, params, query, headers, body }) => {
          const names = path.split('/').filter((part) => part.startsWith(':'))
          const given = Object.fromEntries(names.map((name, at) => [name.slice(1), params[at] ?? '']))
          const search = queryOf(query)
          const sent = method === 'GET' ? {} : { rawBody: body }
          const answer = await desk.send(handlers, given, `${path}?${search}`, {
            method: method as Method,
            headers,
            ...sent,
          })
          const told = `${method} ${path}?${search.slice(0, 200)} → ${answer.status} ${answer.text.slice(0, 200)}`
          expect(answer.status, told).toBeLessThan(500)
          expect(answer.headers.get('cache-control'), told).toBe('private, no-store')
          expect(answer.headers.get('x-request-id'), told).toMatch(/^[A-Za-z0-9._-]{8,64}$/)
          if (answer.status >= 400) {
            expect(answer.headers.get('content-type'), told).toBe('application/problem+json')
            const { code } = problem.parse(JSON.parse(answer.text))
            expect(code, told).not.toBe('internal_error')
          } else {
            expect(answer.headers.get('content-type'), told).toMatch(
              /^(application\/json|text\/(csv|event-stream))/,
            )
          }
          expect(answer.text).not.toMatch(/ {4}at |node_modules|postgres(ql)?:\/\//)
        }),
        { seed, numRuns: runsOf[engine], interruptAfterTimeLimit: 15_000 },
      )
    },
  )
})
