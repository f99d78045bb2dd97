import { EventSourceParserStream } from 'eventsource-parser/stream'
import { fetchProgress, type FetchProgress, fetchResult, type FetchResult } from '@/lib/contracts/fetch'
import { problem, type Problem } from '@/lib/contracts/problem'

/** How a fetch that was followed ended. */
export type FetchEnding = { ok: true; result: FetchResult } | { ok: false; problem: Problem }

/**
 * Reads the events of a fetch as they come.
 * @returns its ending; null when the stream broke off before it: the fetch goes on, and the same key finds it again
 */
export async function readFetchEvents(
  body: ReadableStream<Uint8Array>,
  onProgress: (progress: FetchProgress) => void,
): Promise<FetchEnding | null> {
  const events = body
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream())
    .getReader()
  for (;;) {
    const { done, value } = await events.read()
    if (done) return null
    const data: unknown = JSON.parse(value.data)
    if (value.event === 'progress') onProgress(fetchProgress.parse(data))
    if (value.event === 'result') return { ok: true, result: fetchResult.parse(data) }
    if (value.event === 'problem') return { ok: false, problem: problem.parse(data) }
  }
}
