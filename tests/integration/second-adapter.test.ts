import { expect, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { erasePerson } from '@/lib/server/privacy/privacy'
import { runningFetch } from '@/lib/server/purchases/follow-fetch'
import { rereadStored } from '@/lib/server/candidates/reread'
import { contextOf } from './context-of'
import { buy, buyNext, storedIds } from './desk'
import { onEachEngine } from './engines'
import { everyText } from './every-text'
import { otherProvider, otherReader } from './other-adapter'
import { readers } from '@/lib/server/providers/readers'
import { testContext } from './test-context'

const job = { jobId: '4100000011', account: null }
const people = Array.from({ length: 9 }, (_, at) => ({
  key: `other-${at}`,
  who: `Person Number ${at}`,
  handle: at === 0 ? null : `handle-of-${at}`,
  since: [{ as: 'Baker', at: 'Fernhill', dates: '1/2020 - 12/2021' }],
}))

onEachEngine('a provider of another format, page size and price', (store) => {
  const context = () => {
    const provider = otherProvider(people)
    const reach = {
      url: 'http://127.0.0.1:9',
      apiKey: 'none',
      accounts: [{ label: 'main', id: 'x' }] as const,
    }
    const all = new Map([...readers, [otherReader.name, otherReader]])
    return { ...contextOf(store.database, reach), provider, readers: all }
  }

  test('is bought from on its own terms, and read by its own reader', async () => {
    const desk = context()
    const first = await buyNext(desk, job)
    expect(desk.provider.asked).toEqual([{ offset: 0, count: 4 }])
    expect(first.fetch).toMatchObject({ quoted: 6, consumed: 6 })
    await buy(desk, job, 'check')
    expect(desk.provider.asked.at(-1)).toEqual({ offset: 0, count: 2 })
    const rest = await buy(desk, job, 'complete')
    expect(rest.list).toMatchObject({ stored: 9, status: 'complete' })
    expect(desk.provider.asked.every(({ count }) => count <= 4)).toBe(true)
    const { items } = await listCandidates(desk, job, emptyView, null, 50)
    expect(items[3]).toMatchObject({
      fullName: 'Person Number 3',
      totalMonths: 24,
      publicIdentifier: 'handle-of-3',
    })
  })

  test('is told apart from another when its rows are read again, or somebody is erased', async () => {
    const desk = context()
    await buy(desk, job, 'complete')
    const { context: first } = await testContext(store.database)
    await buyNext(first, { jobId: '4100000012', account: null })
    await store.database.pool.query('update candidate set derived = 0')
    const before = await listCandidates(desk, job, emptyView, null, 50)
    await rereadStored(store.database, { readers: desk.readers, stop: new AbortController().signal })
    const after = await listCandidates(desk, job, emptyView, null, 50)
    expect(after.items.map(({ fullName }) => fullName)).toEqual(before.items.map(({ fullName }) => fullName))
    await erasePerson(desk, { publicIdentifier: 'handle-of-3' })
    expect(await everyText(store.database)).not.toMatch(/handle-of-3|Person Number 3/)
    // Bought again, they stay out: their own adapter says who they are.
    await buy(desk, job, 'refresh')
    expect(await everyText(store.database)).not.toMatch(/handle-of-3|Person Number 3/)
  })

  test('that fails as nobody foresaw ends its run at once, and what was charged before is told', async () => {
    const desk = context()
    const { getJobCandidates } = desk.provider
    desk.provider.getJobCandidates = (...asked) => {
      if (desk.provider.asked.length === 1) throw new TypeError('undefined is not a function')
      return getJobCandidates(...asked)
    }
    await expect(buy(desk, job, 'complete')).rejects.toMatchObject({ facts: { spent: 6 } })
    expect(await runningFetch(desk, job)).toEqual({ running: null })
    expect(await storedIds(desk, job)).toHaveLength(4)
    desk.provider.getJobCandidates = getJobCandidates
    expect((await buy(desk, job, 'complete')).list).toMatchObject({ stored: 9, status: 'complete' })
  })

  test('whose rows no reader here knows leaves them as they are', async () => {
    const desk = context()
    await buy(desk, job, 'complete')
    await store.database.pool.query('update candidate set derived = 0')
    expect(await rereadStored(store.database, { readers, stop: new AbortController().signal })).toBe(9)
    const { items } = await listCandidates({ ...desk, readers }, job, emptyView, null, 50)
    expect(items[3]).toMatchObject({ fullName: 'Person Number 3', totalMonths: 24 })
  })
})
