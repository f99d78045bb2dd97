import 'server-only'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod/mini'
import { AppError } from '@/lib/server/app-error'
import { isStoreFailure } from '@/lib/server/services/store-failure'
import { getRuntime, type Runtime } from '@/lib/server/runtime'
import { toProblem } from './problems'
import { readBody } from './read-body'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]
type Params = Record<string, string | string[] | undefined>
/** Next gives no params to an address without placeholders. */
type NextContext = { params: Promise<Params | undefined> }
type NextHandler = (request: Request, context: NextContext) => Promise<Response>

export type Call<Body = undefined> = {
  request: Request
  search: URLSearchParams
  params: Record<string, string>
  body: Body
  requestId: string
  services: Runtime['services']
  /** Logs what went wrong in an answer that has begun. */
  fault: (error: AppError) => void
}

type Operation<Body> = {
  body?: z.ZodMiniType<Body>
  /** Answers a value, sent as JSON, or a Response of its own. */
  run: (call: Call<Body>) => Promise<unknown>
}

/** An operation with its body's type inferred from its schema. */
export const operation = <Body = undefined>(definition: Operation<Body>): Operation<unknown> =>
  definition as Operation<unknown>

/** The headers of every answer. */
export const answerHeaders = (requestId: string, extra?: Record<string, string>) => ({
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'x-request-id': requestId,
  ...extra,
})

function refuse(error: AppError, requestId: string): Response {
  const { status, ...rest } = toProblem(error, requestId)
  const headers = answerHeaders(requestId, { 'content-type': 'application/problem+json' })
  const { allow, retryAfter } = error.facts
  return new Response(JSON.stringify({ status, ...rest }), {
    status,
    headers: {
      ...headers,
      ...(allow && { allow }),
      ...(retryAfter && { 'retry-after': String(Math.ceil(retryAfter)) }),
    },
  })
}

// A browser names the origin of every write. One that is not ours is another site's page talking through the reader.
function assertSameOrigin(request: Request): void {
  if (request.headers.get('sec-fetch-site') === 'cross-site') throw new AppError('cross_origin')
  const origin = request.headers.get('origin')
  if (origin === null) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.get('host')) {
    throw new AppError('cross_origin')
  }
}

/** What was thrown, as a failure with a code. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError(isStoreFailure(error) ? 'store_unavailable' : 'internal_error', {}, { cause: error })
}

function readParams(params: Params = {}): Record<string, string> {
  const texts = Object.entries(params).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  return Object.fromEntries(texts) as Record<string, string>
}

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  return given && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID()
}

/**
 * The handlers of one address: every one of them parses, runs and answers the same way, and a method that is not named
 * answers 405.
 * @param name the address as the log shows it, without ids or queries
 */
export function route(
  name: string,
  operations: Partial<Record<Method, Operation<unknown>>>,
): Record<Method, NextHandler> {
  const allow = methods.filter((method) => operations[method]).join(', ')

  const handler =
    (method: Method): NextHandler =>
    async (request, context) => {
      const requestId = requestIdOf(request)
      const startedAt = performance.now()
      const { services, log } = await getRuntime()
      const fault = (error: AppError) =>
        log.error({ requestId, route: name, code: error.code, err: error.cause ?? error })
      let response: Response
      try {
        const chosen = operations[method]
        if (!chosen) throw new AppError('method_not_allowed', { allow })
        if (method !== 'GET') assertSameOrigin(request)
        const body = chosen.body ? await readBody(request, chosen.body) : undefined
        const params = readParams(await context.params)
        const search = new URL(request.url).searchParams
        const value = await chosen.run({ request, search, params, body, requestId, services, fault })
        response =
          value instanceof Response ? value : Response.json(value, { headers: answerHeaders(requestId) })
      } catch (thrown) {
        const error = toAppError(thrown)
        response = refuse(error, requestId)
        if (response.status >= 500) fault(error)
      }
      const ms = Math.round(performance.now() - startedAt)
      log.info({ requestId, method, route: name, status: response.status, ms }, 'request')
      return response
    }

  return Object.fromEntries(methods.map((method) => [method, handler(method)])) as Record<Method, NextHandler>
}
