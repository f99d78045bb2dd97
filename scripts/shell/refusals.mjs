import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { everyAnswer } from './headers.mjs'

/**
 * What the server itself refuses, before any route: shaped like the problems of lib/server/http/problems.ts.
 * @typedef {{ status: number, code: string, title: string, detail: string, headers?: Record<string, string> }} Refusal
 */

/** @type {(allow: string) => Refusal} */
export const methodNotAllowed = (allow) => ({
  status: 405,
  code: 'method_not_allowed',
  title: 'This address does not take that method',
  detail: `Use ${allow}.`,
  headers: { allow },
})

/** @type {Record<'badRequest' | 'foreign' | 'tooSlow' | 'lengthRequired' | 'bodyTooLarge' | 'addressTooLong' | 'noExpectations' | 'headersTooLarge', Refusal>} */
export const refusals = {
  badRequest: {
    status: 400,
    code: 'bad_request',
    title: 'The request cannot be read',
    detail: 'It is not well-formed HTTP. Send it again from a browser or an HTTP client.',
  },
  foreign: {
    status: 403,
    code: 'cross_origin',
    title: 'The request came from another site',
    detail: 'Writes are taken only from Shortlist’s own pages. Open Shortlist itself and try again there.',
  },
  tooSlow: {
    status: 408,
    code: 'request_timeout',
    title: 'The request took too long to arrive',
    detail: 'Check the connection, then try again.',
  },
  lengthRequired: {
    status: 411,
    code: 'length_required',
    title: 'The request does not say how long it is',
    detail: 'Send the body with a Content-Length.',
  },
  bodyTooLarge: {
    status: 413,
    code: 'body_too_large',
    title: 'The request body is too large',
    detail: 'Send at most 64 KB.',
  },
  addressTooLong: {
    status: 414,
    code: 'address_too_long',
    title: 'The address is too long',
    detail: 'Use an address of at most 8 KB: fewer filters, or a shorter search.',
  },
  noExpectations: {
    status: 417,
    code: 'expectation_failed',
    title: 'The request expects what is not offered',
    detail: 'Send it without an Expect header.',
  },
  headersTooLarge: {
    status: 431,
    code: 'headers_too_large',
    title: 'The headers of the request are too large',
    detail: 'Send at most 16 KB of address and headers. Clearing the cookies of this site may help.',
  },
}

/** @type {(refusal: Refusal) => { headers: Record<string, string>, body: string }} */
function written({ status, code, title, detail, headers }) {
  const requestId = randomUUID()
  return {
    headers: {
      ...headers,
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
    },
    body: JSON.stringify({ status, type: 'about:blank', title, code, detail, requestId }),
  }
}

/** Answers a request. @type {(response: import('node:http').ServerResponse, refusal: Refusal) => void} */
export function refuse(response, refusal) {
  const { headers, body } = written(refusal)
  response.writeHead(refusal.status, headers)
  response.end(body)
}

// What a client still sends must be read, or the refusal is lost to it; what it never closes must not stay half open.
const lingerMs = 500

/** Answers what never became a request, and hangs up. @type {(socket: import('node:stream').Duplex, refusal: Refusal) => void} */
export function refuseSocket(socket, refusal) {
  const { headers, body } = written(refusal)
  const all = { ...everyAnswer, ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
  )
  const hangUp = setTimeout(() => socket.destroy(), lingerMs)
  socket.on('close', () => clearTimeout(hangUp))
}
