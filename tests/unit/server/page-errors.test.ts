import { DrizzleQueryError } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { onRequestError } from '@/instrumentation'
import { logConsoleErrors } from '@/lib/server/runtime/page-errors'
import { keptLog } from '../../integration/test-log'

const slot = Symbol.for('shortlist.runtime')
const printed = console.error
afterEach(() => {
  delete (globalThis as Record<symbol, unknown>)[slot]
  delete process.env.NEXT_RUNTIME
  console.error = printed
})

const failedQuery = () =>
  new DrizzleQueryError(
    'select * from candidate where name = $1',
    ['Zoë Müller'],
    new Error('connection lost'),
  )

test('an error of a page is logged with its route, and without what anybody looked for', async () => {
  const { log, lines } = keptLog({})
  ;(globalThis as Record<symbol, unknown>)[slot] = Promise.resolve({ log })
  process.env.NEXT_RUNTIME = 'nodejs'
  await onRequestError(
    Object.assign(failedQuery(), { digest: '1' }),
    { path: '/s/a-token?q=zoe', method: 'GET', headers: { cookie: 'a-session' } },
    {
      routerKind: 'App Router',
      routePath: '/s/[token]',
      routeType: 'render',
      renderSource: 'react-server-components',
      revalidateReason: undefined,
    },
  )
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({ route: '/s/[token]', kind: 'render', method: 'GET' })
  expect(lines[0]).toContain('connection lost')
  expect(lines[0]).not.toMatch(/Müller|a-token|zoe|a-session/)
})

test('what the framework prints goes through the log, once', () => {
  const { log, lines } = keptLog({})
  logConsoleErrors(log)
  console.error(Object.assign(failedQuery(), { digest: '1' }))
  expect(lines).toEqual([])
  console.error('⨯', failedQuery())
  console.error('a plain line')
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'the framework met an error',
    'the framework reported a problem',
  ])
  expect(lines.join('')).not.toContain('Müller')
})
