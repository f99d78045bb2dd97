import { expect, test } from 'vitest'
import type { Fairness } from '@/lib/contracts/fairness'
import { listCandidates } from '@/lib/server/candidates/list-candidates'
import { deleteJob } from '@/lib/server/jobs/keep-job'
import { localActor } from '@/lib/server/platform/actor'
import { privacyFacts } from '@/lib/server/privacy/retention'
import { decide } from '@/lib/server/reviews/decide'
import { decideMany } from '@/lib/server/reviews/decide-many'
import { showFairness } from '@/lib/server/reviews/fairness'
import { emptyView } from '@/lib/contracts/words'
import { contextOf } from './context-of'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'

const accounts = [{ label: 'main', id: 'm' }] as const
const job = { jobId: '4100000077', account: null }
const key = { account: 'main', jobId: job.jobId }
const people = Array.from({ length: 40 }, (_, at) =>
  applicant(`a-${at}`, { position: at, fullName: `Nadia Quorvane ${at}`, isTopChoice: at % 4 === 0 }),
)

const counts = ({ groups }: Fairness, by: string) =>
  Object.fromEntries(
    groups
      .find((group) => group.by === by)!
      .rows.map(({ value, people: all, shortlist, maybe, reject }) => [
        value,
        [all, shortlist, maybe, reject],
      ]),
  )

onEachEngine('how decisions are spread', (store) => {
  const context = () => ({
    ...contextOf(store.database, { url: 'http://provider.test', apiKey: 'none', accounts: [...accounts] }),
    // The hour of a decision is its reader's.
    actor: { ...localActor, timeZone: 'Asia/Kolkata' },
    now: () => new Date('2026-04-01T20:40:00Z'),
  })

  async function decideSome() {
    await save(store.database.db, key, people)
    const desk = context()
    const shuffled = { decision: 'shortlist', view: '?sort=shuffled', via: 'triage', shownMs: 4_000 } as const
    for (const at of [0, 1, 2]) await decide(desk, job, `a-${at}`, shuffled)
    await decide(desk, job, 'a-12', { decision: 'maybe', view: '?rating=MAYBE&sort=-years', via: 'panel' })
    // Decided twice: as it stands it is a rejection, made in the list.
    await decide(desk, job, 'a-13', { decision: 'shortlist', via: 'panel' })
    await decide(desk, job, 'a-13', { decision: 'reject', via: 'list' })
    await decideMany(desk, job, { decision: 'reject', applicationIds: ['a-38', 'a-39'], via: 'list' })
  }

  test('everyone counts once in each grouping, by the decision that stands', async () => {
    await decideSome()
    const fairness = await showFairness(context(), job)
    expect(fairness.all).toEqual({ people: 40, shortlist: 3, maybe: 1, reject: 3 })
    expect(counts(fairness, 'place')).toEqual({
      1: [10, 3, 0, 0],
      2: [10, 0, 1, 1],
      3: [10, 0, 0, 0],
      4: [10, 0, 0, 2],
    })
    expect(counts(fairness, 'order')).toEqual({
      network: [3, 0, 0, 3],
      other: [1, 0, 1, 0],
      shuffled: [3, 3, 0, 0],
    })
    expect(counts(fairness, 'opened')).toEqual({ 0: [4, 0, 1, 3], 1: [3, 3, 0, 0] })
    expect(counts(fairness, 'top')).toEqual({ 0: [30, 2, 0, 3], 1: [10, 1, 1, 0] })
    expect(counts(fairness, 'via')).toEqual({
      list: [1, 0, 0, 1],
      many: [2, 0, 0, 2],
      panel: [1, 0, 1, 0],
      triage: [3, 3, 0, 0],
    })
    // 20:40 in UTC.
    expect(counts(fairness, 'hour')).toEqual({ '02': [7, 3, 1, 3] })
    const [first, , third] = fairness.groups[0]!.rows
    expect(first!.shortlisted).toMatchObject({ of: 1, high: 1 })
    expect(first!.shortlisted!.low).toBeCloseTo(0.2924, 4)
    expect(third!.shortlisted).toBeNull()
    expect(JSON.stringify(fairness)).not.toMatch(/Quorvane|a-\d/)
  })

  test('of a deleted job rounded counts stay, and nothing that leads to anybody', async () => {
    await decideSome()
    await deleteJob(context(), job)
    const fairness = await showFairness(context(), job)
    expect(fairness).toMatchObject({ label: null, all: { people: 40, shortlist: 5, maybe: 0, reject: 5 } })
    expect(fairness.deletedAt).not.toBeNull()
    expect(counts(fairness, 'place')[1]).toEqual([10, 5, 0, 0])
    expect(counts(fairness, 'hour')).toEqual({ 20: [5, 5, 0, 5] })
    const { rows } = await store.database.pool.query<{ facts: string }>('select facts from job_statistic')
    expect(rows).toHaveLength(1)
    expect(rows[0]!.facts).not.toMatch(/Quorvane|a-\d|2026/)
    expect((await listCandidates(context(), job, emptyView, null, 50)).items).toEqual([])
    const { counted } = await privacyFacts(context())
    expect(counted).toMatchObject([{ ...key, people: 40, decided: 10, deletedAt: fairness.deletedAt }])
    // Loaded again, its page shows the people who are there.
    await save(store.database.db, key, people.slice(0, 1))
    expect((await privacyFacts(context())).counted).toEqual([])
  })

  test('of a handful of people nothing is kept, and a job nobody knows has no page', async () => {
    await save(store.database.db, key, people.slice(0, 19))
    await decide(context(), job, 'a-3', { decision: 'reject' })
    await deleteJob(context(), job)
    await expect(showFairness(context(), job)).rejects.toMatchObject({ code: 'job_not_found' })
  })
})
