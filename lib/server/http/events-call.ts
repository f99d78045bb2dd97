import 'server-only'
import { AppError } from '@/lib/server/platform/app-error'
import type { FollowOptions, Sent } from '@/lib/server/events/follow-events'
import { eventStream, JsonText, type Send } from './event-stream'
import { parseJobRef } from './job-call'
import { answerHeaders, type Call } from './route'

const number = (text: string, name: string): number => {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new AppError('invalid_parameter', { reason: `${name} is a whole number.` })
}

/**
 * Where a reader goes on: after the last event that they have (of the header of a connection that was lost, else of the
 * address), or with what happened `since` their page was read, in milliseconds.
 * @throws AppError invalid_parameter
 */
function parseAfter({ request, search }: Pick<Call, 'request' | 'search'>): FollowOptions['after'] {
  const id = request.headers.get('last-event-id') || search.get('lastEventId')
  if (id) return { id: number(id, 'Last-Event-ID') }
  const since = search.get('since')
  return since ? { since: Math.min(number(since, 'since'), Date.now()) } : null
}

/** `follow=0` ends the stream once its reader has caught up. @throws AppError invalid_parameter */
function parseFollow(search: URLSearchParams): boolean {
  const text = search.get('follow') ?? '1'
  if (text !== '0' && text !== '1') throw new AppError('invalid_parameter', { reason: 'follow is 0 or 1.' })
  return text === '1'
}

function put(send: Send, sent: Sent): boolean {
  if (sent.event !== 'outbox') return send(sent.event, sent.data, 'id' in sent ? sent.id : undefined)
  const { id, kind, data, by } = sent.row
  // As it was entered, with who did it before the rest.
  const rest = data === '{}' ? '}' : `,${data.slice(1)}`
  return send(kind, new JsonText(`{"by":${JSON.stringify(by)}${rest}`), id)
}

/**
 * What happens to a job, as it happens: server-sent events, each of the outbox with its id. To whoever comes back with the
 * last id that they have, what they missed comes first; `reset` instead where that is not kept any more.
 */
export async function answerEvents(call: Call): Promise<Response> {
  const { services, request, search, requestId } = call
  const options = { after: parseAfter({ request, search }), follow: parseFollow(search) }
  const { run } = await services.followEvents(parseJobRef(call), options)
  return eventStream(answerHeaders(requestId), (send, left) => run((sent) => put(send, sent), left))
}
