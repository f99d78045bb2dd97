import { correct } from './numbers'
import { type Line, mb, type Options } from './report'
import { jobs, type Known } from './seed'
import { memoryOf, type Running } from './servers'

const formats = ['csv', 'xlsx', 'jsonl'] as const
const sampleEveryMs = 50
const lineFeed = 10
const carriageReturn = 13

type Subject = { name: string; server: Running; lists: Record<string, Known[]> }

/** Reads a file as it comes. @returns its bytes, and how many lines it has */
async function download(url: string, ending: number): Promise<{ bytes: number; lines: number }> {
  const answer = await fetch(url)
  correct(answer.status === 200 && answer.body !== null, `${url} answers ${answer.status}`)
  let [bytes, lines] = [0, 0]
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    for (const byte of chunk) if (byte === ending) lines += 1
  }
  return { bytes, lines }
}

/** The whole of the longest list as a file of each kind: how fast it comes, and what it takes of the server's memory meanwhile. */
export async function measureExport(
  { name, server, lists }: Subject,
  { quick, say }: Options,
): Promise<Line[]> {
  const jobId = quick ? jobs.large : jobs.huge
  const people = lists[jobId]?.length ?? 0
  const lines: Line[] = []
  for (const format of formats) {
    say(`export of ${people} as ${format}, ${name}`)
    const before = (await memoryOf(server.pid)) ?? 0
    let peak = before
    const timer = setInterval(() => {
      void memoryOf(server.pid).then((size) => (peak = Math.max(peak, size ?? 0)))
    }, sampleEveryMs)
    const startedAt = performance.now()
    const url = `${server.url}/api/jobs/${jobId}/export?format=${format}`
    const file = await download(url, format === 'csv' ? carriageReturn : lineFeed)
    const seconds = (performance.now() - startedAt) / 1000
    clearInterval(timer)
    if (format === 'jsonl')
      correct(file.lines === people, `${file.lines} of ${people} people are in the file`)
    if (format === 'csv') correct(file.lines > people, `${file.lines} lines for ${people} people`)
    const rate = Math.round(people / seconds).toLocaleString('en')
    lines.push({
      measure: `export of ${people.toLocaleString('en')} as ${format}, ${name}`,
      value: `${rate} people/s, ${seconds.toFixed(1)} s, ${mb(file.bytes)}; memory ${mb(before)}, at most ${mb(peak)}`,
    })
  }
  return lines
}
