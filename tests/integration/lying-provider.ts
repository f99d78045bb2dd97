import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Reach } from './context-of'

type Query = { offset: number; count: number; call: number }
/** What a provider answers: JSON, or a text of its own. */
export type Lie = (query: Query) => { status?: number; body: unknown } | { status?: number; text: string }

/** An invented applicant as the provider sends one. */
export const wirePerson = (serial: number) => ({
  application_id: `lie-${serial}`,
  full_name: `Ada Invented ${serial}`,
  headline: 'Baker of Unheard Bread',
  experiences: [{ title: 'Baker', company: 'Crumb Works', date_range: '5/2020 - Present' }],
})

const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => wirePerson(from + at))

type Page = { from: number; count: number; total: number; more?: boolean; price?: unknown }

/** A page in the provider's format. @param price what it states; left out when it is undefined */
export const wirePage = ({ from, count, total, more = from + count < total, price }: Page) => ({
  success: true,
  data: {
    candidates: people(from, count),
    total_results: count,
    total_available_results: total,
    pagination: { offset: from, count, next_offset: from + count, has_more: more },
  },
  metadata: { action: 'get_candidates', credits_consumed: price },
})

/** A provider behind real HTTP that answers whatever a test wants. Closed when the test ends. */
export async function lyingProvider(lie: Lie): Promise<Reach & { calls: () => number }> {
  let calls = 0
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { params } = JSON.parse(Buffer.concat(chunks).toString()) as { params: Omit<Query, 'call'> }
      calls += 1
      const answer = lie({ ...params, call: calls })
      outgoing.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
      outgoing.end('text' in answer ? answer.text : JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey: `key-${randomUUID()}`,
    accounts: [{ label: 'main', id: `acc-${randomUUID()}` }],
    calls: () => calls,
  }
}
