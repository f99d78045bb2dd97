import { randomUUID } from 'node:crypto'

const body = '{"status":"ok"}'
const known = /^[A-Za-z0-9._-]{8,64}$/

/**
 * Answers GET /api/health before the framework does: there it takes several turns of the event loop, each behind a hundred
 * readers, and a monitor would restart a server that is only busy. Same answer as app/api/health/route.ts, which takes the
 * other methods.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ log: { info: (facts: object, message: string) => void }, buildHeaders: Record<string, string> }} runtime
 * @returns {boolean} whether it answered
 */
export function answerHealth(request, response, { log, buildHeaders }) {
  if (request.method !== 'GET' || request.url !== '/api/health') return false
  const given = request.headers['x-request-id']
  const requestId = typeof given === 'string' && known.test(given) ? given : randomUUID()
  response.writeHead(200, {
    'cache-control': 'private, no-store',
    'content-length': Buffer.byteLength(body),
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    ...buildHeaders,
  })
  response.end(body)
  log.info({ requestId, method: 'GET', route: '/api/health', status: 200, ms: 0 }, 'request')
  return true
}
