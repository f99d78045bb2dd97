import { describe, expect, test } from 'vitest'
import { emptyView } from '@/lib/contracts/words'
import { foldText } from '@/lib/domain/search'
import { AppError } from '@/lib/server/platform/app-error'
import { colleague, decidedJob, decidedRef as ref, storePeople } from './deciders'
import { decisionDesk, people, refused } from './decision-desk'
import { onEachEngine } from './engines'

onEachEngine('decisions', (held) => {
  const { as, sql, decisionOf, standing } = decisionDesk(held)
  const responses = async () => (await sql<{ responses: number }>('select responses from job'))[0]!.responses

  test('a decision stands with its reason, its words, and who made it', async () => {
    const answer = await as().rita.decide(ref, 'ada', {
      decision: 'reject',
      reason: ' too FAR away ',
      comment: 'Lives in Oslo',
    })
    expect(answer.decision).toEqual({
      decision: 'reject',
      reason: { id: 'rsn_far', label: 'Too far away' },
      comment: 'Lives in Oslo',
      by: { id: 'rita', name: 'Rita' },
      at: expect.any(String) as string,
      changeId: answer.changeId,
      opened: false,
    })
    expect(await decisionOf('ada')).toEqual(answer.decision)
  })

  test('a reason is an id, a label, or the decider’s own words', async () => {
    const { rita: own } = as()
    const byId = await own.decide(ref, 'ada', { decision: 'reject', reason: 'rsn_far' })
    expect(byId.decision?.reason?.id).toBe('rsn_far')
    const words = await own.decide(ref, 'bo', { decision: 'maybe', reason: 'Ask about Tuesday' })
    expect(words.decision).toMatchObject({ reason: null, comment: 'Ask about Tuesday' })
    const both = await own.decide(ref, 'cy', { decision: 'maybe', reason: 'Ask first', comment: 'By phone' })
    expect(both.decision?.comment).toBe('Ask first\nBy phone')
    const spaces = await own.decide(ref, 'dee', { decision: 'maybe', reason: '  ', comment: ' \u202e ' })
    expect(spaces.decision).toMatchObject({ reason: null, comment: null })
  })

  test('a reason that was removed meanwhile is refused, and so is one that never was', async () => {
    for (const reason of ['rsn_old', 'rsn_nobody_made']) {
      const { code } = await refused(as().rita.decide(ref, 'ada', { decision: 'reject', reason }))
      expect(code).toBe('reason_gone')
    }
    expect(await decisionOf('ada')).toBeNull()
  })

  test('a reason for another decision is refused by its id, and is the decider’s own words by its label', async () => {
    const { rita: own } = as()
    for (const work of [
      () => own.decide(ref, 'ada', { decision: 'shortlist', reason: 'rsn_far' }),
      () => own.decideMany(ref, { decision: 'maybe', reason: 'rsn_far', view: '' }),
    ]) {
      expect((await refused(work())).code).toBe('reason_of_another')
    }
    const words = await own.decide(ref, 'ada', { decision: 'maybe', reason: 'Too far away' })
    expect(words.decision).toMatchObject({ reason: null, comment: 'Too far away' })
    // One that stands may stay, though the team offers it for something else by now.
    await own.decide(ref, 'bo', { decision: 'reject', reason: 'rsn_far' })
    await sql(`update decision_reason set decision = 'maybe' where id = 'rsn_far'`)
    const stays = { decision: 'reject' as const, reason: 'rsn_far', comment: 'Lives in Oslo' }
    expect((await own.decide(ref, 'bo', stays)).decision).toMatchObject({ reason: { id: 'rsn_far' } })
  })

  test('where a rejection needs a reason, only a rejection does', async () => {
    await sql(`insert into team_setting values ('reason_needed', 'true')`)
    const { rita: own } = as()
    expect((await refused(own.decide(ref, 'ada', { decision: 'reject' }))).code).toBe('reason_required')
    expect((await refused(own.decideMany(ref, { decision: 'reject', view: '' }))).code).toBe(
      'reason_required',
    )
    await own.decide(ref, 'ada', { decision: 'reject', reason: 'rsn_far' })
    // The reason stays where only the same is said again.
    await own.decide(ref, 'ada', { decision: 'reject' })
    await own.decide(ref, 'bo', { decision: 'shortlist' })
    await own.decide(ref, 'cy', { decision: 'reject', comment: 'In my own words' })
    expect(await decisionOf('ada')).toMatchObject({ reason: { id: 'rsn_far' } })
  })

  test('the same decision again changes nothing, whatever was expected', async () => {
    const first = await as().rita.decide(ref, 'ada', { decision: 'maybe', reason: 'Ask' })
    const before = await responses()
    const again = await as().rita.decide(ref, 'ada', { decision: 'maybe', reason: 'Ask', expected: null })
    expect(again).toEqual({ ...first, changeId: null })
    expect(await responses()).toBe(before)
    expect(await sql('select 1 from decision_change')).toHaveLength(1)
  })

  test('a decision moves the marks of the list, and leaves its rows as they are', async () => {
    const before = await sql<{ responses: number; revision: number }>(
      'select responses, edition as revision from job',
    )
    await as().rita.decide(ref, 'ada', { decision: 'maybe' })
    const [after] = await sql<{ responses: number; revision: number }>(
      'select responses, edition as revision from job',
    )
    expect(after).toEqual({ responses: before[0]!.responses + 1, revision: before[0]!.revision })
  })

  test('a stale decision is refused with both sides, and nothing is lost', async () => {
    await as().bob.decide(ref, 'ada', { decision: 'shortlist', expected: null })
    const error = await refused(as().rita.decide(ref, 'ada', { decision: 'reject', expected: null }))
    expect(error.code).toBe('decision_changed')
    expect(error.facts).toMatchObject({
      expected: null,
      current: { decision: 'shortlist', by: { id: 'bob', name: 'Bob' } },
    })
    await as().rita.decide(ref, 'ada', { decision: 'reject', expected: 'shortlist' })
    const history = await sql('select "from", "to" from decision_change order by id')
    expect(history).toEqual([
      { from: null, to: 'shortlist' },
      { from: 'shortlist', to: 'reject' },
    ])
  })

  test('nobody decides about somebody who was erased, is of another job, or is not stored', async () => {
    await storePeople(held.database, ['zoe'], { account: 'main', jobId: '4100000009' })
    await sql(`update candidate set erased = true where application_id = 'ada'`)
    for (const [id, code] of [
      ['ada', 'candidate_erased'],
      ['zoe', 'candidate_not_found'],
      ['nobody', 'candidate_not_found'],
    ] as const) {
      expect((await refused(as().rita.decide(ref, id, { decision: 'maybe' }))).code).toBe(code)
    }
    const unknown = { account: null, jobId: '4100000777' }
    expect((await refused(as().rita.decide(unknown, 'ada', { decision: 'maybe' }))).code).toBe(
      'candidate_not_found',
    )
    const applicationIds = ['ada', 'zoe', 'nobody', 'bo', 'bo']
    const { counts } = await as().rita.decideMany(ref, { decision: 'maybe', applicationIds })
    expect(counts).toMatchObject({ decided: 1, missing: 3 })
  })

  test('somebody who is gone from the provider’s list can be decided about', async () => {
    await sql(`update candidate set gone_at = now() where application_id = 'ada'`)
    await as().rita.decide(ref, 'ada', { decision: 'shortlist' })
    expect(await decisionOf('ada')).toMatchObject({ decision: 'shortlist' })
  })

  test('a viewer decides nothing', async () => {
    const vera = colleague(held.database, 'Vera', { role: 'viewer' })
    expect(() => vera.decide(ref, 'ada', { decision: 'maybe' })).toThrow(AppError)
    expect(() => vera.decideMany(ref, { decision: 'maybe', view: '' })).toThrow(AppError)
    expect(() => vera.undoDecision(ref, 'any')).toThrow(AppError)
    expect(await standing()).toEqual({})
  })

  test('who had the record on screen has opened it; its time is kept with the decision', async () => {
    await as().rita.decide(ref, 'ada', {
      decision: 'maybe',
      shownMs: 4_200,
      view: '?tag=x&sort=-years',
      via: 'triage',
    })
    await as().rita.decide(ref, 'bo', { decision: 'maybe' })
    expect(await decisionOf('ada')).toMatchObject({ opened: true })
    expect(await decisionOf('bo')).toMatchObject({ opened: false })
    const [kept] = await sql(`select s.view, s.via, c.opened, c.shown_ms::int as shown from decision_step s
      join decision_change c on c.step_id = s.id where c.application_id = 'ada'`)
    expect(kept).toEqual({ view: '?tag=x&sort=-years', via: 'triage', opened: true, shown: 4_200 })
  })

  describe('about many', () => {
    test('a view means everyone stored who matches it', async () => {
      await as().rita.decide(ref, 'ada', { decision: 'shortlist' })
      const answer = await as().rita.decideMany(ref, {
        decision: 'reject',
        reason: 'rsn_far',
        view: '?decision=none',
      })
      expect(answer.counts).toEqual({ decided: 3, unchanged: 0, leftAlone: [], missing: 0, unopened: 3 })
      expect(await standing()).toEqual({ ada: 'shortlist', bo: 'reject', cy: 'reject', dee: 'reject' })
    })

    test('a view that cannot be read means nobody', async () => {
      for (const view of ['?nothing=1', '?rating=SUPER', '?years=x', 'q=a&tagg=b']) {
        const error = await refused(as().rita.decideMany(ref, { decision: 'reject', view }))
        expect([view, error.code]).toEqual([view, 'invalid_body'])
      }
      expect((await refused(as().rita.decideMany(ref, { decision: 'reject' }))).code).toBe('invalid_body')
      expect(await standing()).toEqual({})
    })

    test('what a colleague decided otherwise is left alone, counted by colleague, unless it is overruled', async () => {
      await as().bob.decide(ref, 'ada', { decision: 'shortlist' })
      await as().bob.decide(ref, 'bo', { decision: 'reject' })
      await as().rita.decide(ref, 'cy', { decision: 'maybe' })
      const bulk = { decision: 'reject' as const, applicationIds: [...people, 'nobody'] }
      const { counts } = await as().rita.decideMany(ref, bulk)
      expect(counts).toEqual({
        ...{ decided: 2, unchanged: 1, missing: 1, unopened: 2 },
        leftAlone: [{ by: { id: 'bob', name: 'Bob' }, decision: 'shortlist', count: 1 }],
      })
      expect((await as().rita.decideMany(ref, { ...bulk, overrule: true })).counts).toMatchObject({
        ...{ decided: 1, unchanged: 3, leftAlone: [] },
      })
      expect(await standing()).toEqual({ ada: 'reject', bo: 'reject', cy: 'reject', dee: 'reject' })
      expect((await decisionOf('bo'))?.by.name).toBe('Bob')
    })

    test('who was opened by nobody is told', async () => {
      await sql(
        `insert into opening (account, job_id, application_id, user_id, user_name) values ('main', $1, 'bo', 'bob', 'Bob')`,
        [decidedJob.jobId],
      )
      const { counts } = await as().rita.decideMany(ref, { decision: 'reject', view: '' })
      expect(counts).toMatchObject({ decided: 4, unopened: 3 })
    })

    test('a dry run tells what would become of each, and changes nothing', async () => {
      await as().bob.decide(ref, 'ada', { decision: 'shortlist' })
      const before = await as().rita.listCandidates(ref, emptyView, null, 10)
      const bulk = { decision: 'reject' as const, applicationIds: [...people, 'nobody'], dryRun: true }
      const answer = await as().rita.decideMany(ref, bulk)
      expect(answer).toMatchObject({ changeId: null, counts: { decided: 3, unopened: 3, missing: 1 } })
      expect(answer.counts.leftAlone).toHaveLength(1)
      expect(await standing()).toEqual({ ada: 'shortlist' })
      expect(await as().rita.listCandidates(ref, emptyView, null, 10)).toEqual(before)
      // A reason is asked for with the decision itself.
      expect((await as().rita.decideMany(ref, { ...bulk, dryRun: false })).counts).toEqual(answer.counts)
    })

    test('nobody is decided about twice, and nothing new is no step', async () => {
      await as().rita.decideMany(ref, { decision: 'reject', view: '' })
      const before = await responses()
      const again = await as().rita.decideMany(ref, { decision: 'reject', view: '' })
      expect(again).toMatchObject({ changeId: null, counts: { decided: 0, unchanged: 4 } })
      expect(await responses()).toBe(before)
    })

    test('a job that is not stored is refused', async () => {
      const unknown = { account: null, jobId: '4100000777' }
      const error = await refused(as().rita.decideMany(unknown, { decision: 'reject', view: '' }))
      expect(error.code).toBe('job_not_found')
    })
  })

  test('the events of a job name who was decided about, and nothing of them', async () => {
    await as().rita.decide(ref, 'ada', { decision: 'reject', comment: 'Lives in Oslo' })
    const [event] = await sql<{ data: string; by: string }>(
      'select data, by from job_event order by id desc limit 1',
    )
    expect(event).toEqual({ by: 'rita', data: '{"what":"decision","applicationIds":["ada"]}' })
  })
})

onEachEngine(
  'a new installation',
  (held) => {
    test('has reasons, folded as they are compared', async () => {
      const { rows } = await held.database.pool.query<{ label: string; folded: string; id: string }>(
        'select id, label, folded from decision_reason',
      )
      expect(rows.length).toBeGreaterThan(5)
      for (const { id, label, folded } of rows) expect([id, folded]).toEqual([id, foldText(label)])
    })
  },
  { keep: true },
)
