import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { candidates } from './candidates-call'
import type { Answer } from './route'

const pageAddress = /^\/api\/jobs\/([A-Za-z0-9_-]{1,64})\/candidates(?:\?|$)/
const minGzipBytes = 1_024

const gzipped = new WeakMap<Uint8Array, Promise<Uint8Array<ArrayBuffer>>>()

/** Compresses bytes once for as long as they are cached: with every answer it would cost more than all else of it. */
function gzipOnce(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const known = gzipped.get(bytes) ?? promisify(gzip)(bytes)
  gzipped.set(bytes, known)
  return known
}

const acceptsGzip = ({ headers }: IncomingMessage) =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .some((part) => /^\s*gzip\s*(?:;\s*q=(?:1(?:\.0*)?|0\.0*[1-9]\d*)\s*)?$/i.test(part))

function toRequest(message: IncomingMessage, response: ServerResponse): Request {
  const left = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) left.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  // The handler reads the host from the headers: a port in it can be one that no URL may have.
  return new Request(`http://localhost${message.url}`, { headers, signal: left.signal })
}

function gzipFor(message: IncomingMessage, body: Answer['body']) {
  const isLarge = typeof body !== 'string' && body.length >= minGzipBytes
  return isLarge && acceptsGzip(message) ? gzipOnce(body) : null
}

async function answerPage(message: IncomingMessage, response: ServerResponse, jobId: string): Promise<void> {
  const answer = await candidates.GET(toRequest(message, response), { jobId })
  if (answer instanceof Response) throw new Error('a page of a list is bytes')
  const { status, headers, body } = answer
  const zipped = await gzipFor(message, body)
  response.writeHead(status, {
    ...headers,
    vary: 'accept-encoding',
    'content-length': zipped?.length ?? Buffer.byteLength(body),
    ...(zipped && { 'content-encoding': 'gzip' }),
  })
  response.end(zipped ?? body)
}

/**
 * Answers the address that is requested most, a page of a list, before the framework does: on its way through the framework
 * the same bytes take several times as long. The framework's own route calls the same handler, and takes every other
 * method and form of the address.
 * @returns null for anything else
 */
export function answerDirectly(message: IncomingMessage, response: ServerResponse): Promise<void> | null {
  const jobId = message.method === 'GET' ? pageAddress.exec(message.url ?? '')?.[1] : undefined
  return jobId === undefined ? null : answerPage(message, response, jobId)
}
