import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { answerHealth } from '@/scripts/shell/health.mjs'

let server: Server | null = null
afterEach(() => server?.close())

async function serve() {
  const info = vi.fn()
  const runtime = { log: { info }, buildHeaders: { 'x-shortlist-build': 'a-build' } }
  server = createServer((request, response) => {
    if (!answerHealth(request, response, runtime)) response.writeHead(404).end('not the shell')
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init)
  return { ask, info }
}

test('the shell says that the process lives, as the product’s own address would', async () => {
  const { ask, info } = await serve()
  const answer = await ask('/api/health', { headers: { 'x-request-id': 'abcdef-123456' } })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('{"status":"ok"}')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': 'abcdef-123456',
    'x-shortlist-build': 'a-build',
  })
  const facts = { requestId: 'abcdef-123456', method: 'GET', route: '/api/health', status: 200 }
  expect(info).toHaveBeenCalledWith(expect.objectContaining(facts), 'request')
})

test('an id that is none of ours is replaced', async () => {
  const { ask } = await serve()
  const answer = await ask('/api/health', { headers: { 'x-request-id': '<script>' } })
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('every other question goes on to the framework', async () => {
  const { ask, info } = await serve()
  for (const [path, method] of [
    ['/api/health', 'POST'],
    ['/api/health', 'HEAD'],
    ['/api/health/', 'GET'],
    ['/api/health?x=1', 'GET'],
    ['/api/ready', 'GET'],
  ] as const) {
    expect((await ask(path, { method })).status, `${method} ${path}`).toBe(404)
  }
  expect(info).not.toHaveBeenCalled()
})
