import { beforeEach, expect, test } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { bulkNextActionAnswer, nextActionAnswer, nextActionUndo } from '@/lib/contracts/notes'
import { erasePerson } from '@/lib/server/privacy/privacy'
import { contextOf } from './context-of'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { fail, personAt, succeed, teamJob } from './team-desk'

const crowd = Array.from({ length: 5_000 }, (_, at) => `p${at}`)

onEachEngine('a next action of many', (store) => {
  const desk = doorDesk(store)
  const jobAt = `/api/jobs/${teamJob.jobId}`
  const people = (ids: string[]) =>
    save(
      store.database.db,
      teamJob,
      ids.map((id, position) => applicant(id, { position, fullName: id })),
    )
  beforeEach(() => people(['ada', 'bo', 'cleo']))
  const set = (browser: Visitor, body: object) =>
    succeed(bulkNextActionAnswer, browser, `${jobAt}/next-actions`, 'POST', { text: 'Call', ...body })
  const undo = (browser: Visitor, changeId: string | null) =>
    succeed(nextActionUndo, browser, `${jobAt}/next-actions/${changeId}`, 'DELETE')
  const actionsOf = async (browser: Visitor) => {
    const { marks } = await succeed(candidatePage, browser, `${jobAt}/candidates`)
    return Object.fromEntries(Object.entries(marks).map(([id, { nextAction }]) => [id, nextAction?.text]))
  }

  test('leaves those alone who have one, and says what became of each', async () => {
    const owner = await desk.owner()
    await succeed(nextActionAnswer, owner, `${personAt('bo')}/next-action`, 'PUT', { text: 'Own' })
    const answer = await set(owner, { dueOn: '2026-04-01', applicationIds: ['ada', 'bo', 'cleo', 'nobody'] })
    expect(answer).toMatchObject({ set: 2, leftAlone: 1, missing: 1 })
    expect(await actionsOf(owner)).toEqual({ ada: 'Call', bo: 'Own', cleo: 'Call' })
  })

  test('is undone as one step, but for those changed since', async () => {
    const owner = await desk.owner()
    const { changeId } = await set(owner, { view: 'sort=name' })
    await succeed(nextActionAnswer, owner, `${personAt('bo')}/next-action`, 'PUT', { text: 'Write' })
    expect(await undo(owner, changeId)).toEqual({ removed: 2 })
    expect(await actionsOf(owner)).toEqual({ bo: 'Write' })
    expect(await undo(owner, changeId)).toEqual({ removed: 0 })
  })

  test('is undone by nobody but who set it, and set by no viewer', async () => {
    const owner = await desk.owner()
    const { changeId } = await set(owner, { view: '' })
    const { browser: recruiter } = await desk.member(owner, 'recruiter')
    expect(await undo(recruiter, changeId)).toEqual({ removed: 0 })
    const { browser: viewer } = await desk.member(owner, 'viewer')
    const refused = await fail(viewer, `${jobAt}/next-actions`, 'POST', { text: 'Call', view: '' })
    expect(refused.status).toBe(403)
    expect(Object.keys(await actionsOf(owner))).toEqual(['ada', 'bo', 'cleo'])
  })

  test.each([
    [{ text: ' ', view: '' }, 'something that can be read'],
    [{ text: 'x'.repeat(201), view: '' }, 'at most 200'],
    [{ text: 'Call' }, 'Name people'],
    [{ text: 'Call', view: 'colour=red' }, 'colour'],
    [{ text: 'Call', view: '', assignee: 'nobody' }, 'assignee'],
  ])('is refused in words for %j', async (body, said) => {
    const owner = await desk.owner()
    const refused = await fail(owner, `${jobAt}/next-actions`, 'POST', body)
    expect(refused).toMatchObject({ status: 400, code: 'invalid_body' })
    expect(refused.detail).toContain(said)
    expect(await actionsOf(owner)).toEqual({})
  })

  test('a tag is not given to everyone for a filter that cannot be read', async () => {
    const owner = await desk.owner()
    const refused = await fail(owner, `${jobAt}/tags`, 'POST', { add: ['New'], view: 'colour=red' })
    expect(refused).toMatchObject({ code: 'invalid_body' })
    expect(refused.detail).toContain('colour')
  })

  test('passes over whoever is erased', async () => {
    const owner = await desk.owner()
    await erasePerson(
      contextOf(store.database, {
        url: 'http://127.0.0.1:9',
        apiKey: 'none',
        accounts: [{ label: 'main', id: 'account-id-main-71aa' }],
      }),
      {
        applicationId: 'ada',
        jobId: teamJob.jobId,
      },
    )
    expect(await set(owner, { applicationIds: ['ada', 'bo'] })).toMatchObject({ set: 1, missing: 1 })
  })

  test('5,000 people are given one, and it is taken back', async () => {
    await people(crowd)
    const owner = await desk.owner()
    const { changeId, set: given } = await set(owner, { applicationIds: crowd })
    expect(given).toBe(5_000)
    expect(await undo(owner, changeId)).toEqual({ removed: 5_000 })
  })
})
