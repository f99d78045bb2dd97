import { expect, test } from 'vitest'
import { bulkDecisionAnswer, decisionAnswer, undoAnswer } from '@/lib/contracts/decisions'
import { emptyView } from '@/lib/contracts/words'
import { AppError } from '@/lib/server/platform/app-error'
import { colleague, decidedJob, decidedRef as ref, storePeople } from './deciders'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'
import { seedApplicants } from './seed-applicants'

onEachEngine('deciders at once', (held) => {
  const query = async <T>(text: string) => (await held.database.pool.query(text)).rows as T[]

  test('of two who saw the same, one decides and the other is told of it; the history keeps both', async () => {
    await storePeople(held.database, ['ada'])
    const [rita, bob] = [colleague(held.database, 'Rita'), colleague(held.database, 'Bob')]
    const results = await Promise.allSettled([
      rita.decide(ref, 'ada', { decision: 'shortlist', expected: null }),
      bob.decide(ref, 'ada', { decision: 'reject', expected: null }),
    ])
    const [won] = results.filter((each) => each.status === 'fulfilled')
    const [lost] = results.filter((each) => each.status === 'rejected')
    const refusal: unknown = lost?.reason
    expect(refusal).toBeInstanceOf(AppError)
    expect((refusal as AppError).facts).toMatchObject({ expected: null, current: won?.value.decision })
    // The one who lost replaces it, having seen it.
    const loser = won?.value.decision?.by.name === 'Rita' ? bob : rita
    await loser.decide(ref, 'ada', { decision: 'maybe', expected: won!.value.decision!.decision })
    expect(await query('select "to" from decision_change order by id')).toEqual([
      { to: won?.value.decision?.decision },
      { to: 'maybe' },
    ])
  })

  test('a decision about many and some about one: each history is one chain, and the last of it stands', async () => {
    const people = Array.from({ length: 60 }, (_, at) => `p${at}`)
    await storePeople(held.database, people)
    const [rita, bob] = [colleague(held.database, 'Rita'), colleague(held.database, 'Bob')]
    const [bulk] = await Promise.all([
      rita.decideMany(ref, { decision: 'reject', view: '' }),
      ...people.slice(0, 20).map((id) => bob.decide(ref, id, { decision: 'shortlist' })),
    ])
    const { decided, unchanged, leftAlone, missing } = bulk.counts
    const left = leftAlone.reduce((sum, { count }) => sum + count, 0)
    expect(decided + unchanged + left + missing).toBe(people.length)
    const chains = await query<{ broken: number }>(`select count(*)::int as broken from (
      select "from", lag("to") over (partition by application_id order by id) as before,
        from_state, lag(id) over (partition by application_id order by id) as state from decision_change) c
      where "from" is distinct from before or from_state <> coalesce(state, 0)`)
    expect(chains).toEqual([{ broken: 0 }])
    const { marks } = await rita.listCandidates(ref, emptyView, null, 200)
    expect(people.filter((id) => marks[id]?.decision?.decision === 'shortlist')).toEqual(people.slice(0, 20))
    const undone = await rita.undoDecision(ref, bulk.changeId!)
    expect(undone.restored + undone.leftAlone).toBe(decided)
    expect(await query(`select 1 from decision where decision = 'reject'`)).toEqual([])
  })

  test('an erasure and a decision about the same person leave nothing of them', async () => {
    await storePeople(held.database, ['ada', 'bo'])
    const [rita, olga] = [
      colleague(held.database, 'Rita'),
      colleague(held.database, 'Olga', { role: 'owner' }),
    ]
    await Promise.allSettled([
      rita.decideMany(ref, { decision: 'maybe', view: '' }),
      olga.erasePerson({ applicationId: 'ada' }),
      rita.decide(ref, 'ada', { decision: 'reject' }),
    ])
    expect(await query(`select 1 from decision where application_id = 'ada'`)).toEqual([])
    expect(await query(`select 1 from decision_change where application_id = 'ada'`)).toEqual([])
  })
})

onEachEngine('thousands at once', (held) => {
  const desk = httpDesk(held)
  const api = `/api/jobs/${decidedJob.jobId}`

  test('5,000 people by name in one request, undone in one', async () => {
    await seedApplicants(held.database.pool, decidedJob, 5_200)
    const applicationIds = Array.from({ length: 5_000 }, (_, at) => `app-${at}`)
    const sent = { method: 'POST' as const, body: { decision: 'reject', reason: 'Filled', applicationIds } }
    const { counts, changeId } = await desk.read(bulkDecisionAnswer, `${api}/decisions`, sent)
    expect(counts).toEqual({ decided: 5_000, unchanged: 0, leftAlone: [], missing: 0, unopened: 5_000 })
    const undo = await desk.read(undoAnswer, `${api}/decisions/${changeId}`, { method: 'DELETE' })
    expect(undo).toMatchObject({ restored: 5_000, leftAlone: 0, missing: 0 })
  })

  test('more than 10,000 are refused, by name and by view', async () => {
    await seedApplicants(held.database.pool, decidedJob, 10_001)
    const applicationIds = Array.from({ length: 10_001 }, (_, at) => `app-${at}`)
    const post = (body: object) => desk.refusal(`${api}/decisions`, { method: 'POST', body })
    expect(await post({ decision: 'reject', applicationIds })).toMatchObject({ status: 400 })
    expect(await post({ decision: 'reject', view: '' })).toMatchObject({
      status: 422,
      code: 'too_many_people',
      detail: '10,001 people match, and at most 10,000 can be decided about at once. Narrow the list first.',
    })
    const huge = await post({ decision: 'reject', applicationIds: ['x'.repeat(1_100_000)] })
    expect(huge).toMatchObject({ status: 413, detail: 'Send at most 1024 KB.' })
  })

  test('a clash is a problem that names both sides', async () => {
    await storePeople(held.database, ['ada'])
    const bob = colleague(held.database, 'Bob')
    await bob.decide(ref, 'ada', { decision: 'shortlist', comment: 'Great letter' })
    const path = `${api}/candidates/ada/decision`
    const refusal = await desk.refusal(path, {
      method: 'PUT',
      body: { decision: 'reject', expected: null },
    })
    expect(refusal).toMatchObject({
      ...{ status: 409, code: 'decision_changed', expected: null },
      current: { decision: 'shortlist', comment: 'Great letter', by: { name: 'Bob' } },
      detail: 'Bob decided meanwhile: “Shortlisted”. Keep it, or replace it with yours.',
    })
    const body = { decision: 'reject', expected: 'shortlist' }
    const { decision } = await desk.read(decisionAnswer, path, { method: 'PUT', body })
    expect(decision?.by.name).toBe('This desk')
  })
})
