import 'server-only'

/** Sends one event; what comes after the reader left goes nowhere. */
export type Send = (event: string, data: unknown) => void

const aliveEveryMs = 15_000

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
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (!left.signal.aborted) controller.enqueue(encoder.encode(text))
      }
      // A proxy closes what is silent, and a page can take a minute.
      alive = setInterval(() => write(': waiting\n\n'), aliveEveryMs)
      const send: Send = (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      void work(send, left.signal).finally(() => {
        clearInterval(alive)
        if (!left.signal.aborted) controller.close()
      })
    },
    cancel() {
      clearInterval(alive)
      left.abort()
    },
  })
  return new Response(body, {
    headers: { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  })
}
