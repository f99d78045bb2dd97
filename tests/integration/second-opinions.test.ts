import { expect, test } from 'vitest'
import { inboxPage } from '@/lib/contracts/inbox'
import { secondOpinionList } from '@/lib/contracts/second-opinion'
import { doorDesk } from './door-desk'
import { onEachEngine } from './engines'
import { jobAt, opinionDesk, opinionIds } from './second-opinion-desk'
import { fail, succeed, teamJob } from './team-desk'

onEachEngine('second opinions', (store) => {
  const desk = doorDesk(store)

  test('a colleague finds the request in their inbox, and both see how far the other is', async () => {
    const { asker, colleague, ask, choose, decide, list } = await opinionDesk(desk, store.database)
    await decide(asker, 'p-3', { decision: 'reject' })
    const made = await ask(['p-4', 'p-0', 'p-3', 'nobody'], { note: 'Mind the travelling' })
    expect(made).toMatchObject({ people: 3, askerChose: 1, colleagueChose: 0, mine: 'asker', view: null })
    const inbox = await succeed(inboxPage, colleague, '/api/inbox')
    expect(inbox.items).toMatchObject([
      {
        kind: 'second_opinion',
        by: 'Olive Owner',
        applicationId: null,
        text: '3 people: Mind the travelling',
      },
    ])
    await choose(made.id, 'p-3', 'reject')
    await choose(made.id, 'p-4', 'maybe')
    expect(await list(colleague)).toMatchObject([
      { ...{ mine: 'colleague', people: 3, askerChose: 1, colleagueChose: 2, bothChose: 1 } },
    ])
    expect(await list(asker)).toMatchObject([{ mine: 'asker', bothChose: 1 }])
    // Asked again, people on whom the colleague's opinion is open are left out.
    expect(await ask(opinionIds)).toMatchObject({ people: 5 })
  })

  test('is asked about the people of a view, whose filters the colleague is not told', async () => {
    const { asker, colleague, colleagueId, decide, list, show } = await opinionDesk(desk, store.database)
    for (const id of ['p-5', 'p-1']) await decide(asker, id, { decision: 'shortlist' })
    const body = { colleague: colleagueId, view: '?decision=shortlist&sort=-name' }
    const asked = await asker.ask(`${jobAt}/second-opinions`, { method: 'POST', body })
    expect(asked.json).toMatchObject({ people: 2, view: expect.stringContaining('decision=shortlist') })
    const [told] = await list(colleague)
    expect(told).toMatchObject({ view: null, people: 2 })
    const { items } = await show(colleague, told!.id)
    expect(items.map(({ applicationId }) => applicationId)).toEqual(['p-1', 'p-5'])
  })

  test('what stood when the colleague chose counts, and nothing that was changed after', async () => {
    const { asker, ask, choose, decide, show, at, colleague } = await opinionDesk(desk, store.database)
    await decide(asker, 'p-0', { decision: 'reject' })
    const { id } = await ask(['p-0', 'p-1', 'p-2'])
    await decide(asker, 'p-0', { decision: 'maybe' })
    await choose(id, 'p-0', 'maybe')
    await choose(id, 'p-1', 'reject')
    await decide(asker, 'p-1', { decision: 'shortlist' })
    // Having seen what the other chose.
    await decide(asker, 'p-0', { decision: 'reject' })
    await decide(asker, 'p-1', { decision: null })
    const { items, agreement } = await show(asker, id)
    expect(items.map(({ asker: mine }) => mine)).toEqual(['maybe', 'shortlist', null])
    expect(agreement).toMatchObject({ people: 2, agreed: 1, decidedBefore: 0 })
    expect(agreement.table).toEqual([
      [0, 0, 1],
      [0, 1, 0],
      [0, 0, 0],
    ])
    const again = await fail(colleague, `${at(id)}/candidates/p-0`, 'PUT', { decision: 'shortlist' })
    expect(again).toMatchObject({ status: 409, code: 'second_opinion_settled' })
    // Until the asker has chosen, the colleague may think again.
    await choose(id, 'p-2', 'reject')
    await choose(id, 'p-2', 'shortlist')
  })

  test('an undone decision is none, and people decided about before are counted', async () => {
    const { asker, ask, choose, decide, show } = await opinionDesk(desk, store.database)
    await decide(asker, 'p-0', { decision: 'reject' })
    const { json } = await asker.ask(`${jobAt}/decisions`, {
      method: 'POST',
      body: { decision: 'shortlist', applicationIds: ['p-0', 'p-1'] },
    })
    const { changeId } = json as { changeId: string }
    await asker.ask(`${jobAt}/decisions/${changeId}`, { method: 'DELETE' })
    const { id } = await ask(['p-0', 'p-1'])
    expect((await show(asker, id)).items.map(({ asker: mine }) => mine)).toEqual(['reject', null])
    await choose(id, 'p-0', 'reject')
    expect((await show(asker, id)).agreement).toMatchObject({ people: 1, agreed: 1, decidedBefore: 1 })
  })

  test('only those who may decide ask and are asked, and only the two of them look at it', async () => {
    const { asker, colleague, colleagueId, ask, at, list } = await opinionDesk(desk, store.database)
    const { id } = await ask(['p-0'])
    const viewer = (await desk.member(asker, 'viewer')).browser
    const other = (await desk.member(asker, 'recruiter', 'other@example.test')).browser
    const path = `${jobAt}/second-opinions`
    const body = { colleague: colleagueId, applicationIds: ['p-1'] }
    expect((await fail(viewer, path, 'POST', body)).status).toBe(403)
    const { colleagues } = await succeed(secondOpinionList, other, path)
    expect(colleagues.map(({ name }) => name)).toEqual(['A recruiter', 'Olive Owner'])
    // Two of one name are told apart by those who may see addresses.
    expect(JSON.stringify(colleagues)).not.toContain('@')
    const told = (await succeed(secondOpinionList, asker, path)).colleagues
    expect(told.map(({ name, email }) => [name, email])).toContainEqual(['A recruiter', 'other@example.test'])
    for (const who of [viewer, other]) {
      expect(await list(who)).toEqual([])
      expect((await fail(who, at(id))).code).toBe('second_opinion_not_found')
    }
    const viewerId = ((await viewer.ask('/api/me')).json as { id: string }).id
    for (const wrong of [viewerId, 'nobody']) {
      expect((await fail(other, path, 'POST', { ...body, colleague: wrong })).code).toBe('invalid_body')
    }
    expect((await fail(colleague, path, 'POST', body)).code).toBe('invalid_body')
    expect((await fail(other, path, 'POST', { ...body, applicationIds: ['p-0'] })).code).toBe(
      'second_opinion_nobody',
    )
    for (const who of [asker, other]) {
      const given = await fail(who, `${at(id)}/candidates/p-0`, 'PUT', { decision: 'maybe' })
      expect(given.code).toBe('second_opinion_not_found')
    }
    expect((await fail(other, at(id), 'DELETE')).code).toBe('second_opinion_not_found')
    expect((await fail(colleague, at(id), 'DELETE')).code).toBe('second_opinion_not_found')
    expect((await asker.ask(at(id), { method: 'DELETE' })).status).toBe(200)
    const late = await fail(colleague, `${at(id)}/candidates/p-0`, 'PUT', { decision: 'maybe' })
    expect(late).toMatchObject({ status: 409, code: 'second_opinion_closed' })
  })

  test('goes with the people it is about', async () => {
    const { asker, ask, choose, show } = await opinionDesk(desk, store.database)
    const { id } = await ask(['p-0', 'p-1'])
    await choose(id, 'p-0', 'maybe', 'Quixotic reason')
    const erased = await asker.post('/api/erasures', { applicationId: 'p-0' })
    expect(erased.status, erased.text).toBe(200)
    expect((await show(asker, id)).items.map(({ applicationId }) => applicationId)).toEqual(['p-1'])
    const { rows } = await store.database.pool.query(
      `select count(*)::int as left from second_opinion_person where job_id = '${teamJob.jobId}'`,
    )
    expect(rows).toEqual([{ left: 1 }])
  })
})
