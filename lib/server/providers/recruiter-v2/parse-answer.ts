import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as z from 'zod/mini'
import { parseJson } from './read-body'

// Parsing this much takes a few milliseconds, less than starting a thread.
const maxLengthHere = 1024 * 1024
const defaultTimeoutMs = 20_000
const program = join(process.cwd(), 'lib/server/providers/recruiter-v2/split-thread.mjs')
/** Far more than any answer to one call; the rest is kept as text only. */
export const maxRows = 2_500
const maxTextLength = 2_000
const maxHeapMb = 1_024

/** An answer's JSON. `body` is undefined when it is none. */
export type ParsedAnswer = {
  body: unknown
  /** Its rows as JSON texts where they were split off; `body` has none then. */
  split: { rows: string[]; unreadRows: number } | null
}

const splitAnswer = z.nullable(
  z.object({ body: z.unknown(), rows: z.nullable(z.array(z.string())), unreadRows: z.int() }),
)

const unreadable: ParsedAnswer = { body: undefined, split: null }

async function parseApart(text: string, timeoutMs: number): Promise<ParsedAnswer> {
  const worker = new Worker(program, {
    workerData: { text, maxRows, maxTextLength },
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const message = await new Promise<unknown>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('took too long')), timeoutMs)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('ended early')))
    })
    const parts = splitAnswer.parse(message)
    if (parts === null) return unreadable
    const { body, rows, unreadRows } = parts
    return { body, split: rows && { rows, unreadRows } }
  } catch {
    // Too much for the time or the memory it may take: as good as no answer.
    return unreadable
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/**
 * Parses an answer. A long one is parsed in a thread of its own, so that other requests are served meanwhile.
 * @param timeoutMs how long that may take
 */
export async function parseAnswer(text: string, timeoutMs = defaultTimeoutMs): Promise<ParsedAnswer> {
  return text.length > maxLengthHere ? parseApart(text, timeoutMs) : { body: parseJson(text), split: null }
}
