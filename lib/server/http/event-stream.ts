import 'server-only'

/**
 * Sends one event; what comes after the reader left goes nowhere.
 * @param id by which a reader who comes back says what they have
 * @returns false where the reader does not keep up with what is sent
 */
export type Send = (event: string, data: unknown, id?: number) => boolean

const aliveEveryMs = 15_000
/** What may wait for a reader, beside what the connection itself holds. */
const maxWaitingBytes = 64 * 1024

/** JSON text that is sent as it is. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const toLine = (data: unknown) => (data instanceof JsonText ? data.text : JSON.stringify(data))

/**
 * Server-sent events of some work that goes on when its reader leaves.
 * @param work ends the stream when it ends; it does not throw
 * @param left aborted when the reader is gone
 */
export function eventStream(
  headers: Record<string, string>,
  work: (send: Send, left: AbortSignal) => Promise<void>,
): Response {
  const encoder = new TextEncoder()
  const left = new AbortController()
  let alive: ReturnType<typeof setInterval> | undefined
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const write = (text: string) => {
      if (left.signal.aborted) return true
      controller.enqueue(encoder.encode(text))
      return (controller.desiredSize ?? 0) > 0
    }
    // A proxy closes what is silent, and a page can take a minute.
    alive = setInterval(() => write(': waiting\n\n'), aliveEveryMs)
    const send: Send = (event, data, id) =>
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${toLine(data)}\n\n`)
    void work(send, left.signal).finally(() => {
      clearInterval(alive)
      if (!left.signal.aborted) controller.close()
    })
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start,
      cancel() {
        clearInterval(alive)
        left.abort()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxWaitingBytes }),
  )
  return new Response(body, {
    headers: { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  })
}
