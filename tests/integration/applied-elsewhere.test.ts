import { expect, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { colleague, decidedJob, decidedRef, storePeople } from './deciders'
import { onEachEngine } from './engines'

const other = { ...decidedJob, jobId: '4100000009' }
const otherRef = { account: null, jobId: other.jobId }

onEachEngine('a person who applied to another job as well', (store) => {
  const setUp = async () => {
    await storePeople(store.database, ['a-1', 'a-2'])
    await storePeople(store.database, ['a-1', 'b-1'], other)
    return colleague(store.database, 'Rita')
  }
  const elsewhere = async (who: ReturnType<typeof colleague>, ref = decidedRef) => {
    const bytes = await who.candidatePageBytes(ref, emptyView, null, 50)
    const { marks } = JSON.parse(new TextDecoder().decode(bytes)) as {
      marks: Record<string, { elsewhere?: { jobs: number; latest: { decision: string | null } } }>
    }
    return Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, mark.elsewhere]))
  }

  test('is marked so in the rows of both, and nobody else', async () => {
    const rita = await setUp()
    const latest = { jobId: other.jobId, jobLabel: null, applicationId: 'a-1', decision: null }
    expect(await elsewhere(rita)).toEqual({ 'a-1': { jobs: 1, latest } })
    expect(Object.keys(await elsewhere(rita, otherRef))).toEqual(['a-1'])
  })

  test('shows what is decided, changed and undone there, also in pages that were read before', async () => {
    const rita = await setUp()
    const there = async () => (await elsewhere(rita))['a-1']?.latest.decision
    expect(await there()).toBeNull()
    const { changeId } = await rita.decide(otherRef, 'a-1', { decision: 'reject' })
    expect(await there()).toBe('reject')
    await rita.undoDecision(otherRef, changeId ?? '')
    expect(await there()).toBeNull()
    await rita.decideMany(otherRef, { applicationIds: ['a-1', 'b-1'], decision: 'maybe' })
    expect(await there()).toBe('maybe')
  })

  test('of several jobs shows the one decided about last', async () => {
    const rita = await setUp()
    const third = { account: null, jobId: '4100000010' }
    await storePeople(store.database, ['a-1'], { ...decidedJob, jobId: third.jobId })
    await rita.decide(otherRef, 'a-1', { decision: 'reject' })
    expect((await elsewhere(rita))['a-1']).toMatchObject({
      jobs: 2,
      latest: { jobId: other.jobId, decision: 'reject' },
    })
  })
})
