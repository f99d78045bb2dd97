import { expect, test, vi } from 'vitest'
import { showHistory } from '@/lib/server/candidates/list-candidates'
import { buyNext, storedIds } from './desk'
import { onEachEngine } from './engines'
import { testContext } from './test-context'

const job = { jobId: '4100000012', account: null }

onEachEngine('a row that is opened', (store) => {
  test('asks the store once for each of the four lists that it shows', async () => {
    const { context } = await testContext(store.database)
    await buyNext(context, job)
    const [person = ''] = await storedIds(context, job)
    const asked = vi.spyOn(store.database.pool, 'query')
    try {
      const history = await showHistory(context, job, person)
      expect(Object.keys(history)).toHaveLength(4)
      expect(asked).toHaveBeenCalledTimes(4)
    } finally {
      asked.mockRestore()
    }
  })
})
