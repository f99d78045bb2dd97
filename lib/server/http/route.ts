import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod/mini'
import { buildHeader, buildId } from '@/lib/domain/build'
import { AppError } from '@/lib/server/platform/app-error'
import type { Log } from '@/lib/server/platform/log'
import { inTurn } from '@/lib/server/platform/turn'
import { toAppError } from '@/lib/server/purchases/charge'
import { getClientAddress } from '@/lib/server/auth/sign-in'
import { getRuntime, type Runtime } from '@/lib/server/runtime/runtime'
import type { Services } from '@/lib/server/runtime/services'
import { toProblem } from './problems'
import { readBody } from './read-body'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]
type Params = Record<string, string | string[] | undefined>
/** Next gives no params to an address without placeholders. */
type NextContext = { params: Promise<Params | undefined> }
type NextHandler = (request: Request, context: NextContext) => Promise<Response>

/** What a request asks of an address that is open to everyone. */
export type OpenCall<Body = undefined> = {
  request: Request
  search: URLSearchParams
  params: Record<string, string>
  body: Body
  requestId: string
  runtime: Pick<Runtime, 'authServices' | 'signIn' | 'limits' | 'ping' | 'canBuy' | 'address' | 'requests'>
  /** Where it came from; null where that cannot be told. */
  address: string | null
  /** Logs what went wrong in an answer that has begun. */
  fault: (error: AppError) => void
}

/** What a request of somebody who is signed in asks. */
export type Call<Body = undefined> = OpenCall<Body> & {
  /** What they may ask for. */
  services: Services
}

type Operation<Body> = {
  body?: z.ZodMiniType<Body>
  /** The most bytes that a body may have; 64 KB unless told. The server in front has a limit of its own per address. */
  maxBytes?: number
  /** Answers a value, sent as JSON; bytes that are JSON already; or a Response of its own. */
  run: (call: Call<Body>) => Promise<unknown>
  /** Adds to what a refusal says, even of one that never came to `run`. */
  refused?: (error: AppError) => AppError
  open?: false
}

type OpenOperation<Body> = Omit<Operation<Body>, 'run' | 'open'> & {
  run: (call: OpenCall<Body>) => Promise<unknown>
  open: true
}
type AnyOperation = Operation<unknown> | OpenOperation<unknown>

/** An operation for whoever is signed in, with its body's type inferred from its schema. */
export const operation = <Body = undefined>(definition: Operation<Body>): Operation<unknown> =>
  definition as Operation<unknown>

/** An operation that asks nobody who they are. */
export const openOperation = <Body = undefined>(
  definition: Omit<OpenOperation<Body>, 'open'>,
): OpenOperation<unknown> => ({ ...definition, open: true }) as OpenOperation<unknown>

/** The headers of every answer. */
export const answerHeaders = (requestId: string, extra?: Record<string, string>) => ({
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'x-request-id': requestId,
  [buildHeader]: buildId,
  ...extra,
})

// What is told of every request is listed here and holds nothing private; looking through it for names of private fields
// would cost more than all else of a line.
const requestLogs = new WeakMap<Log, Log>()
function createRequestLog(log: Log): Log {
  const known = requestLogs.get(log) ?? log.child({}, { redact: [] })
  requestLogs.set(log, known)
  return known
}

/** An answer that the server can send as it is. */
export type Answer = {
  status: number
  headers: Record<string, string>
  /** JSON, as text or as bytes. Bytes may be cached ones: nothing may change or transfer them. */
  body: string | Uint8Array<ArrayBuffer>
}

const json = { 'content-type': 'application/json' }
const answer = (value: unknown, requestId: string): Answer => ({
  status: 200,
  headers: answerHeaders(requestId, json),
  body: value instanceof Uint8Array ? (value as Uint8Array<ArrayBuffer>) : JSON.stringify(value),
})

function refuse(error: AppError, requestId: string): Answer {
  const { status, ...rest } = toProblem(error, requestId)
  const headers = answerHeaders(requestId, { 'content-type': 'application/problem+json' })
  const { allow, retryAfter } = error.facts
  return {
    status,
    headers: {
      ...headers,
      ...(allow && { allow }),
      ...(retryAfter && { 'retry-after': String(Math.ceil(retryAfter)) }),
    },
    body: JSON.stringify({ status, ...rest }),
  }
}

// It copies the bytes.
const toResponse = (answered: Answer | Response): Response =>
  answered instanceof Response ? answered : new Response(answered.body, answered)

// A browser names the origin of every write. One that is not ours is another site's page talking through the reader.
function assertSameOrigin(request: Request, https: boolean): void {
  if (request.headers.get('sec-fetch-site') === 'cross-site') throw new AppError('cross_origin')
  const origin = request.headers.get('origin')
  if (origin === null) return
  if (!URL.canParse(origin)) throw new AppError('cross_origin')
  const { host, protocol } = new URL(origin)
  const unsafe = https && protocol !== 'https:'
  if (host !== request.headers.get('host') || unsafe) throw new AppError('cross_origin')
}

// The one character that the store cannot hold: what is looked for with it is not there, and need not be an error.
const withoutNul = (text: string) => text.replaceAll('\0', '\ufffd')

function readParams(params: Params = {}): Record<string, string> {
  const texts = Object.entries(params).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, withoutNul(value)]] : [],
  )
  return Object.fromEntries(texts) as Record<string, string>
}

function readSearch({ url }: Request): URLSearchParams {
  const { searchParams } = new URL(url)
  const pairs = [...searchParams]
  return pairs.some(([, value]) => value.includes('\0'))
    ? new URLSearchParams(pairs.map(([key, value]) => [key, withoutNul(value)]))
    : searchParams
}

function getRequestId(request: Request): string {
  const given = request.headers.get('x-request-id')
  return given && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID()
}

/** Answers a request of one method, with the parameters that its address has. */
export type Handler = (request: Request, params: Params | undefined) => Promise<Answer | Response>

/**
 * The handlers of one address, for whatever server calls them: every one of them parses, runs and answers the same way,
 * and a method that is not named answers 405.
 * @param name the address as the log shows it, without ids or queries
 */
export function handlers(
  name: string,
  operations: Partial<Record<Method, AnyOperation>>,
): Record<Method, Handler> {
  const allow = methods.filter((method) => operations[method]).join(', ')

  const handler =
    (method: Method): Handler =>
    async (request, given) => {
      const requestId = getRequestId(request)
      const startedAt = performance.now()
      const runtime = await getRuntime()
      const { log } = runtime
      const fault = (error: AppError) =>
        log.error({ requestId, route: name, code: error.code, err: error.cause ?? error })
      let response: Answer | Response
      try {
        const chosen = operations[method]
        if (!chosen) throw new AppError('method_not_allowed', { allow })
        if (method !== 'GET') assertSameOrigin(request, runtime.address.https)
        const actor = chosen.open ? null : await runtime.signIn.identify(request.headers)
        if (!chosen.open && !actor) throw new AppError('sign_in_required')
        const body = chosen.body ? await readBody(request, chosen.body, chosen.maxBytes) : undefined
        const params = readParams(given)
        const search = readSearch(request)
        const address = getClientAddress(request.headers)
        const call = { request, search, params, body, requestId, runtime, address, fault }
        const value = await (actor && !chosen.open
          ? chosen.run({ ...call, services: await runtime.servicesFor(actor) })
          : (chosen as OpenOperation<unknown>).run(call))
        response = value instanceof Response ? value : answer(value, requestId)
      } catch (thrown) {
        const failure = toAppError(thrown)
        const error = operations[method]?.refused?.(failure) ?? failure
        response = refuse(error, requestId)
        // Whoever left before the answer stopped it themselves.
        if (response.status >= 500 && !request.signal.aborted) fault(error)
      }
      const ms = Math.round(performance.now() - startedAt)
      const facts = { method, route: name, status: response.status, ms }
      runtime.requests.add(facts)
      createRequestLog(log).info({ requestId, ...facts }, 'request')
      return response
    }

  const inOrder =
    (handle: Handler): Handler =>
    (request, params) =>
      inTurn(() => handle(request, params))
  return Object.fromEntries(methods.map((method) => [method, inOrder(handler(method))])) as Record<
    Method,
    Handler
  >
}

/** Handlers as the framework calls them. */
export const toRoute = (given: Record<Method, Handler>): Record<Method, NextHandler> =>
  Object.fromEntries(
    methods.map((method): [Method, NextHandler] => [
      method,
      async (request, { params }) => toResponse(await given[method](request, await params)),
    ]),
  ) as Record<Method, NextHandler>

/** The handlers of one address, as the framework calls them. @param name as for `handlers` */
export const route = (name: string, operations: Parameters<typeof handlers>[1]) =>
  toRoute(handlers(name, operations))
