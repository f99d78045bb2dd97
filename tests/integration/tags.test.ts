import { beforeEach, expect, test } from 'vitest'
import { applicationIds, candidatePage } from '@/lib/contracts/candidate'
import { done } from '@/lib/contracts/people'
import { bulkTagsAnswer, tagsAnswer, teamTag, teamTagList } from '@/lib/contracts/tags'
import { savedView } from '@/lib/server/db/team-schema'
import { erasePerson } from '@/lib/server/privacy/privacy'
import { contextOf } from './context-of'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'
import { fail, personAt, succeed, teamJob } from './team-desk'

onEachEngine('tags', (store) => {
  const desk = doorDesk(store)
  const jobAt = `/api/jobs/${teamJob.jobId}`
  beforeEach(() =>
    save(
      store.database.db,
      teamJob,
      ['ada', 'bo', 'cleo'].map((id, position) => applicant(id, { position, fullName: id })),
    ),
  )
  const setTags = (browser: Visitor, id: string, tags: string[]) =>
    succeed(tagsAnswer, browser, `${personAt(id)}/tags`, 'PUT', { tags })
  const tagsOf = async (browser: Visitor) => {
    const { marks } = await succeed(candidatePage, browser, `${jobAt}/candidates`)
    return Object.fromEntries(
      Object.entries(marks).map(([id, mark]) => [id, mark.tags?.map(({ name }) => name)]),
    )
  }
  const shown = async (browser: Visitor, query: string) =>
    (await succeed(applicationIds, browser, `${jobAt}/application-ids?${query}`)).items
  const teamTags = async (browser: Visitor) =>
    (await succeed(teamTagList, browser, '/api/tags')).items.map(({ name, people }) => [name, people])

  test('are made where they are used, in the same colour wherever they are', async () => {
    const owner = await desk.owner()
    const { tags } = await setTags(owner, 'ada', ['Phone', '  Remote  ', 'phone'])
    expect(tags.map(({ name }) => name)).toEqual(['Phone', 'Remote'])
    const { tags: again } = await setTags(owner, 'bo', ['PHONE', tags[1]!.id])
    expect(again).toEqual(tags)
    await setTags(owner, 'ada', ['Remote'])
    expect(await tagsOf(owner)).toEqual({ ada: ['Remote'], bo: ['Phone', 'Remote'] })
    expect(await shown(owner, 'tag=phone')).toEqual(['bo'])
    expect(await shown(owner, 'tag=unknown')).toEqual(['cleo'])
    expect(await teamTags(owner)).toEqual([
      ['Phone', 1],
      ['Remote', 2],
    ])
  })

  test('of one new name, made at once by two, are one', async () => {
    const owner = await desk.owner()
    const both = await Promise.all(['ada', 'bo'].map((id) => setTags(owner, id, ['Phone'])))
    expect(both[0]!.tags).toEqual(both[1]!.tags)
  })

  test.each([
    ['x'.repeat(500), 'at most 40 characters; this one has 500'],
    [' \u200b ', 'a name that can be read'],
    ['unknown', 'No tag can be called'],
    ['a\0b', 'NUL'],
  ])('called %j are refused in a sentence', async (name, said) => {
    const owner = await desk.owner()
    const refused = await fail(owner, `${personAt('ada')}/tags`, 'PUT', { tags: [name] })
    expect([refused.status, refused.code]).toEqual([400, 'invalid_body'])
    expect(refused.detail).toContain(said)
    expect(await teamTags(owner)).toEqual([])
  })

  test('cannot be given by a viewer, to somebody erased, or after they were deleted', async () => {
    const owner = await desk.owner()
    const { browser: viewer } = await desk.member(owner, 'viewer')
    const put = [`${personAt('ada')}/tags`, 'PUT', { tags: ['Phone'] }] as const
    expect((await fail(viewer, ...put)).status).toBe(403)
    const { tags } = await setTags(owner, 'bo', ['Phone'])
    await succeed(done, owner, `/api/tags/${tags[0]!.id}`, 'DELETE')
    expect(await fail(owner, `${personAt('bo')}/tags`, 'PUT', { tags: [tags[0]!.id] })).toMatchObject({
      code: 'tag_not_found',
    })
    const reach = {
      url: 'http://127.0.0.1:9',
      apiKey: 'none',
      accounts: [{ label: 'main', id: 'x' }] as const,
    }
    await erasePerson(contextOf(store.database, reach), { applicationId: 'ada', jobId: teamJob.jobId })
    expect(await fail(owner, ...put)).toMatchObject({ status: 410, code: 'candidate_erased' })
  })

  test('of many are added and removed at once, by name or by view', async () => {
    const owner = await desk.owner()
    await setTags(owner, 'ada', ['Old'])
    const change = (body: object) => succeed(bulkTagsAnswer, owner, `${jobAt}/tags`, 'POST', body)
    expect(
      await change({ add: ['New'], remove: ['Old', 'Never was'], applicationIds: ['ada', 'bo', 'nobody'] }),
    ).toMatchObject({ changed: 2, unchanged: 0, missing: 1, tags: [{ name: 'New' }] })
    const viewed = await change({ add: ['New'], view: 'sort=-name' })
    expect(viewed).toMatchObject({ applicationIds: ['cleo'], changed: 1, unchanged: 2 })
    expect(await tagsOf(owner)).toEqual({ ada: ['New'], bo: ['New'], cleo: ['New'] })
    // Undone for those alone whose tags it changed.
    await change({ remove: ['New'], applicationIds: viewed.applicationIds })
    expect(await tagsOf(owner)).toEqual({ ada: ['New'], bo: ['New'] })
    expect(await fail(owner, `${jobAt}/tags`, 'POST', { add: ['New'] })).toMatchObject({
      code: 'invalid_body',
    })
  })

  test('are renamed, recoloured and merged for everyone, and saved views follow', async () => {
    const owner = await desk.owner()
    const { tags } = await setTags(owner, 'ada', ['Phone', 'Call'])
    await setTags(owner, 'bo', ['Phone'])
    const view = { ...teamJob, name: 'To call', ownerId: 'x', ownerName: 'X' }
    await store.database.db
      .insert(savedView)
      .values({ ...view, id: 'v1', query: 'rating=GOOD_FIT&tag=phone,Later&other=1' })
    const query = async () => (await store.database.db.select().from(savedView))[0]!.query
    const [call, phone] = tags
    const at = (id = '') => `/api/tags/${id}`
    expect(await fail(owner, at(phone!.id), 'PATCH', { name: 'call' })).toMatchObject({ code: 'tag_exists' })
    const renamed = await succeed(teamTag, owner, at(phone!.id), 'PATCH', { name: 'Ring', colour: 'pink' })
    expect(renamed).toMatchObject({ name: 'Ring', colour: 'pink', people: 2 })
    expect(await query()).toBe('rating=GOOD_FIT&tag=Ring,Later&other=1')
    expect(await tagsOf(owner)).toEqual({ ada: ['Call', 'Ring'], bo: ['Ring'] })
    expect(await shown(owner, 'tag=ring')).toEqual(['ada', 'bo'])
    const merged = await succeed(teamTag, owner, `${at(phone!.id)}/merge`, 'POST', { into: call!.id })
    expect(merged).toMatchObject({ name: 'Call', people: 2 })
    expect(await tagsOf(owner)).toEqual({ ada: ['Call'], bo: ['Call'] })
    expect(await query()).toBe('rating=GOOD_FIT&tag=Call,Later&other=1')
    await succeed(done, owner, at(call!.id), 'DELETE')
    expect(await tagsOf(owner)).toEqual({})
    expect((await fail(owner, at(call!.id), 'DELETE')).status).toBe(404)
  })

  test('given while they are merged end up merged or are refused, never half', async () => {
    const owner = await desk.owner()
    const { tags } = await setTags(owner, 'ada', ['A', 'B'])
    const [from, into] = tags
    const [merge] = await Promise.all([
      owner.post(`/api/tags/${from!.id}/merge`, { into: into!.id }),
      owner.ask(`${personAt('bo')}/tags`, { method: 'PUT', body: { tags: [from!.id] } }),
      owner.ask(`${personAt('cleo')}/tags`, { method: 'PUT', body: { tags: [from!.id] } }),
    ])
    expect(merge.status, merge.text).toBe(200)
    expect(await teamTags(owner)).toEqual([['B', expect.any(Number)]])
    const names = Object.values(await tagsOf(owner)).flat()
    expect(new Set(names)).toEqual(new Set(['B']))
  })
})
