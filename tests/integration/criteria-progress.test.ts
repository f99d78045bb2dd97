import { beforeEach, expect, test } from 'vitest'
import type { CriterionDraft } from '@/lib/contracts/criteria'
import { emptyView } from '@/lib/contracts/words'
import { criteriaProgress, continueCriteria } from '@/lib/server/candidates/store/criteria-results'
import { readMarks } from '@/lib/server/candidates/store/marks'
import { workOutCriteria } from '@/lib/server/candidates/work-out-criteria'
import { saveCandidates } from '@/lib/server/candidates/store/candidates'
import { checkPeople } from '@/lib/server/reviews/check-people'
import { saveCriteria, showCriteria } from '@/lib/server/reviews/criteria'
import { countFacets } from '@/lib/server/candidates/list-candidates'
import { contextOf } from './context-of'
import { onEachEngine } from './engines'
import { seedApplicants } from './seed-applicants'
import { applicant } from './stored-people'

const key = { account: 'main', jobId: '4100000031' }
const ref = { jobId: key.jobId, account: null }
const people = 1_250
const accountants = Math.ceil(people / 3)
const first = 500
const draft = (name: string, words: string): CriterionDraft => ({
  ...{ need: 'must', name, kind: 'words', words, minYears: null },
})

onEachEngine('criteria of a long list', (store) => {
  const running = new AbortController().signal
  // A process that is being stopped saves, and starts nothing more.
  const contextWith = (stopping: AbortSignal) =>
    contextOf(
      store.database,
      { url: 'http://127.0.0.1:9', apiKey: 'none', accounts: [{ label: 'main', id: 'x' }] },
      { stopping },
    )
  const save = (stopping: AbortSignal, version: number, criteria: CriterionDraft[]) =>
    saveCriteria(contextWith(stopping), ref, { version, criteria })
  const progress = () => criteriaProgress(store.database.db, key)
  const count = async () => {
    const context = contextWith(running)
    const { facets } = await countFacets(context, ref, emptyView, ['criteria'])
    return Object.fromEntries((facets.criteria ?? []).map(({ value, count: found }) => [value, found]))
  }
  const ids = async (where: string) => {
    const { rows } = await store.database.pool.query<{ id: string }>(
      `select application_id as id from candidate ${where} order by application_id`,
    )
    return rows.map(({ id }) => id)
  }
  const without = 'where application_id not in (select application_id from criteria_result)'

  beforeEach(() => seedApplicants(store.database.pool, key, people))

  test('are saved at once and worked out after that; nobody is said not to meet them meanwhile', async () => {
    const saved = await save(AbortSignal.abort(), 0, [draft('Counts', 'accountant')])
    expect(saved).toMatchObject({ version: 1, progress: { done: first, of: people } })
    const left = await ids(without)
    expect(left).toHaveLength(people - first)
    const { db } = store.database
    expect(await readMarks(db, { ...key, reader: 'local' }, left.slice(0, 50))).toEqual({})
    expect((await checkPeople(contextWith(running), ref, left)).cells.size).toBe(0)
    const { Counts: met = 0, unknown = 0 } = await count()
    expect(met + unknown).toBe(first)

    // Another instance, or this one after its start, goes on from there.
    expect(await continueCriteria(db, 100)).toEqual({ key, last: false })
    expect(await progress()).toEqual({ done: first + 100, of: people })
    // Whoever comes in meanwhile is looked through at once, and only once.
    const arrival = { seenAt: new Date(), fetchId: 'f', pass: 1, revision: 2, newcomers: true }
    await saveCandidates(db, key, { ...arrival, rows: [applicant('aaa', { headline: 'Accountant' })] })
    await workOutCriteria(db, running)
    expect(await showCriteria(contextWith(running), ref)).toMatchObject({ version: 1, progress: null })
    expect(await ids(without)).toEqual([])
    expect(await count()).toEqual({
      ...{ Counts: accountants + 1, 'Every must': accountants + 1 },
      ...{ '-Counts': people - accountants, '-Every must': people - accountants },
      unknown: people - accountants,
    })
    expect(await continueCriteria(db, 100)).toBeNull()
    const { rows } = await store.database.pool.query<{ data: string }>(
      `select data from job_event where kind = 'marks' and by is null`,
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  test('that change again before the end are worked out from the beginning; none leave nothing', async () => {
    const { db } = store.database
    await save(AbortSignal.abort(), 0, [draft('Counts', 'accountant')])
    await continueCriteria(db, 300)
    await save(AbortSignal.abort(), 1, [draft('Sells', 'marketer')])
    expect(await progress()).toEqual({ done: first, of: people })
    expect(await count()).not.toHaveProperty('Counts')
    // Several at once share the work: each batch is done by one of them.
    await Promise.all([1, 2, 3].map(() => workOutCriteria(db, running)))
    await workOutCriteria(db, running)
    expect(await progress()).toBeNull()
    expect(await count()).toMatchObject({ Sells: people - accountants, unknown: accountants })
    await save(AbortSignal.abort(), 2, [])
    expect(await progress()).toBeNull()
    expect(await ids(without)).toHaveLength(people)
  })

  test('are worked out by whoever saved them', async () => {
    const work: Promise<unknown>[] = []
    const context = {
      ...contextWith(running),
      track<T>(promise: Promise<T>) {
        work.push(promise)
        return promise
      },
    }
    await saveCriteria(context, ref, { version: 0, criteria: [draft('Counts', 'accountant')] })
    await Promise.all(work)
    expect(await progress()).toBeNull()
    expect(await ids(without)).toEqual([])
  })
})
