import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPageCache } from '@/lib/server/candidates/page-cache'
import { candidatePageBytes } from '@/lib/server/candidates/list-candidates'
import { candidateIndex, pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import type { ReaderKey } from '@/lib/server/candidates/store/visits'
import { localActor } from '@/lib/server/platform/actor'
import { parseView } from '@/lib/url/view'
import { contextOf } from './context-of'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'

const reach = { url: 'http://provider.test', apiKey: 'none', accounts: [{ label: 'main', id: 'm' }] } as const
const people = Array.from({ length: 60 }, (_, at) =>
  applicant(`a-${at}`, { position: at, rating: at % 2 === 0 ? 'GOOD_FIT' : 'MAYBE' }),
)
const ranked = people.map(({ person }) => person.applicationId)

onEachEngine('the order that is shuffled for a reader', (store) => {
  const storeAll = async (reader: string): Promise<ReaderKey> => {
    const key = { account: 'main', jobId: randomUUID(), reader }
    await save(store.database.db, key, people)
    return key
  }
  const walk = async (key: ReaderKey, search: string, limit: number) => {
    const view = parseView(search)
    const read = (cursor: string | null) =>
      pageCandidates(store.database.db, key, { view, start: cursor === null ? null : { cursor }, limit })
    const ids: string[] = []
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const page = await read(cursor)
      ids.push(...page.items.map(({ applicationId }) => applicationId))
      cursor = page.nextCursor
    }
    return ids
  }

  test('shows everyone once, is the same at every reading, and reads backwards too', async () => {
    const key = await storeAll('ada')
    const order = await walk(key, '?sort=shuffled', 7)
    expect([...order].sort()).toEqual([...ranked].sort())
    expect(await walk(key, '?sort=shuffled', 50)).toEqual(order)
    expect(await walk(key, '?sort=-shuffled', 7)).toEqual([...order].reverse())
    expect(await candidateIndex(store.database.db, key, parseView('?sort=shuffled'), order[23]!)).toBe(23)
    // Whoever is filtered out leaves the others where they were.
    const good = new Set(ranked.filter((_, at) => at % 2 === 0))
    expect(await walk(key, '?rating=GOOD_FIT&sort=shuffled', 9)).toEqual(order.filter((id) => good.has(id)))
    expect(await walk(key, '?sort=rating,shuffled', 9)).toEqual([
      ...order.filter((id) => good.has(id)),
      ...order.filter((id) => !good.has(id)),
    ])
  })

  test('is unrelated to the order of the network, of another reader, and of another job', async () => {
    const key = await storeAll('ada')
    const orders = [
      ranked,
      await walk(key, '?sort=shuffled', 60),
      await walk({ ...key, reader: 'bo' }, '?sort=shuffled', 60),
      await walk(await storeAll('ada'), '?sort=shuffled', 60),
    ]
    // Of 60 people one stands in the same place in two unrelated orders on average; ten would be a pattern.
    for (const [at, order] of orders.entries()) {
      for (const other of orders.slice(at + 1)) {
        expect(order.filter((id, place) => other[place] === id).length).toBeLessThan(10)
      }
    }
  })

  test('a page of one reader is never handed to another', async () => {
    const key = await storeAll('ada')
    const cache = createPageCache()
    const read = async (id: string) => {
      const context = {
        ...contextOf(store.database, { ...reach, accounts: [...reach.accounts] }),
        actor: { ...localActor, id },
      }
      const ref = { jobId: key.jobId, account: null }
      const bytes = await candidatePageBytes(context, cache, ref, parseView('?sort=shuffled'), null, 60)
      const { items } = JSON.parse(new TextDecoder().decode(bytes)) as { items: { applicationId: string }[] }
      return items.map(({ applicationId }) => applicationId)
    }
    const [ada, bo] = [await read('ada'), await read('bo')]
    expect(ada).toEqual(await walk(key, '?sort=shuffled', 60))
    expect(bo).toEqual(await walk({ ...key, reader: 'bo' }, '?sort=shuffled', 60))
    expect(await read('ada')).toEqual(ada)
  })
})
