import { fetchProgress, type FetchProgress, fetchResult, type FetchResult } from '@/lib/contracts/fetch'
import { problem, type Problem } from '@/lib/contracts/problem'

/** How a fetch that was followed ended. */
export type FetchEnding = { ok: true; result: FetchResult } | { ok: false; problem: Problem }

function readBlock(block: string): { event: string; data: unknown } | null {
  const lines = block.split('\n')
  const field = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2))
  const [event] = field('event')
  const data = field('data')
  return event === undefined || data.length === 0
    ? null
    : { event, data: JSON.parse(data.join('\n')) as unknown }
}

/**
 * Reads the events of a fetch as they come.
 * @returns its ending; null when the stream broke off before it: the fetch goes on, and the same key finds it again
 */
export async function readFetchEvents(
  body: ReadableStream<Uint8Array>,
  onProgress: (progress: FetchProgress) => void,
): Promise<FetchEnding | null> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return null
    const blocks = `${text}${value}`.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const told = readBlock(block)
      if (told?.event === 'progress') onProgress(fetchProgress.parse(told.data))
      if (told?.event === 'result') return { ok: true, result: fetchResult.parse(told.data) }
      if (told?.event === 'problem') return { ok: false, problem: problem.parse(told.data) }
    }
  }
}
