import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import { correct, median, percentile } from './numbers'
import { atMost, mb, ms, type Options, required, type Section } from './report'
import { memoryOf, type Running, startServer, whileRunning } from './servers'

const job = '/api/jobs/4100000081'
const everyMs = 100

type Reader = { arrived: Map<number, number>; close: () => void }

/** Follows the job, and notes when each of its events arrived. */
async function follow(url: string): Promise<Reader> {
  const leaving = new AbortController()
  const answer = await fetch(`${url}${job}/events`, { signal: leaving.signal })
  correct(answer.status === 200 && answer.body !== null, 'the stream begins')
  const arrived = new Map<number, number>()
  const events = answer.body
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream())
    .getReader()
  const read = async () => {
    for (let next = await events.read(); !next.done; next = await events.read()) {
      const { event, id } = next.value
      if (event !== 'marks') continue
      correct(!arrived.has(Number(id)), 'no event comes twice')
      arrived.set(Number(id), performance.now())
    }
  }
  // Its end is what this bench brings about.
  void read().catch(() => undefined)
  return { arrived, close: () => leaving.abort() }
}

async function post(url: string, path: string, method: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) })
  correct(answer.status === 200, `${method} ${path}: ${await answer.text()}`)
}

/** Decides at a steady pace. @returns when each decision was sent */
async function change(url: string, ids: readonly string[], count: number): Promise<number[]> {
  const sent: number[] = []
  const answers: Promise<void>[] = []
  const startedAt = performance.now()
  for (let at = 0; at < count; at += 1) {
    await pause(Math.max(0, startedAt + at * everyMs - performance.now()))
    const id = encodeURIComponent(ids[at % ids.length] ?? '')
    const decision = Math.floor(at / ids.length) % 2 === 0 ? 'maybe' : 'shortlist'
    sent.push(performance.now())
    answers.push(post(url, `${job}/candidates/${id}/decision`, 'PUT', { decision }))
  }
  await Promise.all(answers)
  return sent
}

async function measure(server: Running, quick: boolean) {
  const { url, pid } = server
  await post(url, `${job}/fetches`, 'POST', { kind: 'next', maxCredits: 5 })
  const listed = (await (await fetch(`${url}${job}/application-ids`)).json()) as { items: string[] }
  const before = (await memoryOf(pid)) ?? 0
  const readers: Reader[] = []
  for (let open = 0; open < (quick ? 20 : 200); open += 1) readers.push(await follow(url))
  const opened = (await memoryOf(pid)) ?? 0
  const count = quick ? 10 : 300
  const sent = await change(url, listed.items, count)
  const isDone = () => readers.every(({ arrived }) => arrived.size >= count)
  for (let waited = 0; !isDone() && waited < 100; waited += 1) await pause(100)
  const after = (await memoryOf(pid)) ?? 0
  const complete = readers.filter(({ arrived }) => arrived.size === count).length
  const delays = readers.flatMap(({ arrived }) =>
    [...arrived].sort(([a], [b]) => a - b).map(([, time], at) => time - (sent[at] ?? time)),
  )
  for (const { close } of readers) close()
  return { before, opened, after, complete, delays, streams: readers.length, count }
}

/** Many who watch one list while others decide about it, on one instance with an embedded store. */
export async function streams({ quick, say }: Options): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-streams-'))
  try {
    say('opening streams')
    const server = await startServer('scripts/serve-built.mjs', folder, { DATA_DIR: join(folder, 'data') })
    const found = await whileRunning([server], measure(server, quick))
    await server.stop()
    const { before, opened, after, complete, delays, count } = found
    return {
      title: 'Streams',
      intro: `${found.streams} open streams of one job and 10 decisions a second, ${count} in all, on one instance with an embedded store. A delay is from the sending of a decision to its arrival at one of the streams.`,
      lines: [
        required(atMost('streams that missed an event', found.streams - complete, 0, String)),
        { measure: 'delay, median', value: ms(median(delays)) },
        atMost('delay, p95', percentile(delays, 0.95), 300, ms),
        { measure: 'delay, longest', value: ms(percentile(delays, 1)) },
        { measure: 'memory for the open streams', value: mb(Math.max(0, opened - before)) },
        { measure: 'memory after the changes', value: mb(after) },
      ],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
