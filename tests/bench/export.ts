import { heapOf } from './heap'
import { correct } from './numbers'
import { type Line, mb, type Options } from './report'
import { jobs, type Known } from './seed'
import { memoryOf, type Running } from './servers'

const formats = ['csv', 'xlsx', 'jsonl'] as const
const sampleEveryMs = 50
const lineFeed = 10
const carriageReturn = 13
// Far less than the 100,000 people of a file take.
const maxKept = 32 * 1024 * 1024

type Subject = { name: string; server: Running; lists: Record<string, Known[]>; folder: string }

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

/** How far the server's memory grows beyond `before` while something runs. @returns what it gave, and bytes */
async function withPeak<T>(server: Running, before: number, work: () => Promise<T>): Promise<[T, number]> {
  let peak = before
  const sample = async () => {
    peak = Math.max(peak, (await memoryOf(server.pid)) ?? 0)
  }
  const timer = setInterval(() => void sample(), sampleEveryMs)
  try {
    const result = await work()
    await sample()
    return [result, peak - before]
  } finally {
    clearInterval(timer)
  }
}

/**
 * The whole of the longest list as a file of each kind: how fast it comes; by how much the server's memory grows meanwhile
 * at most, garbage that was not collected yet included; and by how much its heap has grown once it is collected.
 */
export async function measureExport(
  { name, server, lists, folder }: Subject,
  { quick, say }: Options,
): Promise<Line[]> {
  const jobId = quick ? jobs.large : jobs.huge
  const people = lists[jobId]?.length ?? 0
  const lines: Line[] = []
  for (const format of formats) {
    say(`export of ${people} as ${format}, ${name}`)
    const ending = format === 'csv' ? carriageReturn : lineFeed
    const address = (list: string) => `${server.url}/api/jobs/${list}/export?format=${format}`
    // A server compiles what it runs first, and keeps that.
    await download(address(jobs.large), ending)
    const heap = await heapOf(server, folder)
    const before = (await memoryOf(server.pid)) ?? 0
    const startedAt = performance.now()
    const [file, grown] = await withPeak(server, before, () => download(address(jobId), ending))
    const seconds = (performance.now() - startedAt) / 1000
    const kept = (await heapOf(server, folder)) - heap
    if (format === 'jsonl')
      correct(file.lines === people, `${file.lines} of ${people} people are in the file`)
    if (format === 'csv') correct(file.lines > people, `${file.lines} lines for ${people} people`)
    correct(kept < maxKept, `${mb(kept)} of heap are kept after an export as ${format}`)
    const rate = Math.round(people / seconds).toLocaleString('en')
    lines.push({
      measure: `export of ${people.toLocaleString('en')} as ${format}, ${name}`,
      value: `${rate} people/s, ${seconds.toFixed(1)} s, ${mb(file.bytes)}; memory at most ${mb(grown)} above ${mb(before)}, of it ${mb(Math.max(0, kept))} kept after a collection`,
    })
  }
  return lines
}
