import { beforeEach, describe, expect, test } from 'vitest'
import { guestLink, type OpenGuestLink, guestPage } from '@/lib/contracts/guest'
import { newShareLink, shareLinkList, type ShareLinkRequest } from '@/lib/contracts/share-link'
import { guestFacetKeys, guestSortKeys } from '@/lib/contracts/share-words'
import { localActor } from '@/lib/server/platform/actor'
import { onEachEngine } from './engines'
import { httpDesk } from './http-desk'
import { guestApi, linkRequest, markedPeople, sharedJob } from './shared-people'
import { applicant, store } from './stored-people'

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

onEachEngine('links that are addressed', (held) => {
  const desk = httpDesk(held)
  beforeEach(async () => {
    await store(held.database.db, sharedJob, markedPeople())
  })

  const make = (told: Partial<ShareLinkRequest> = {}) =>
    desk.read(newShareLink, '/api/share-links', { method: 'POST', body: linkRequest(told) })
  const asked = { addressee: 'Hana Beispiel', message: 'Who should we\nmeet first?', dueOn: dayFromNow(5) }
  const listed = async () => (await desk.read(shareLinkList, '/api/share-links')).items[0]!
  const enter = async (api: string) => (await desk.call(api)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const shown = async (api: string, cookie = '') =>
    (await desk.read(guestLink, api, { headers: { cookie } })) as OpenGuestLink
  const refs = async (api: string) =>
    (await desk.read(guestPage, `${api}/candidates`)).items.map(({ ref }) => ref)
  const say = (api: string, ref: string, body: object, cookie = '') =>
    desk.call(`${api}/candidates/${ref}/response`, { method: 'PUT', body, headers: { cookie } })
  const finish = (api: string, body: object, cookie = '') =>
    desk.call(`${api}/done`, { method: 'PUT', body, headers: { cookie } })
  const query = async (text: string) => (await held.database.pool.query(text)).rows as unknown[]
  const audited = () =>
    query(`select action, actor_name from audit_event where action like 'share.%done' order by id`)

  test('tell their guest what is asked, and the team how far they are', async () => {
    const { token, link } = await make({ ...asked, kind: 'frozen' })
    expect(link).toMatchObject({ ...asked, overdue: false, voted: { people: 0, of: 4 }, done: null })
    const api = guestApi({ token })
    const hana = await enter(api)
    expect(await shown(api, hana)).toMatchObject({ ...asked, voted: 0, done: false })
    const [first, second] = await refs(api)
    const vote = { vote: 'yes', comment: null, name: 'Hana' }
    await say(api, first!, vote, hana)
    // A comment alone is no vote; nor is a second word on the same person another one.
    await say(api, first!, { ...vote, vote: 'maybe' }, hana)
    await say(api, second!, { ...vote, vote: null, comment: 'Unsure' }, hana)
    expect(await shown(api, hana)).toMatchObject({ voted: 1, done: false })
    expect(await listed()).toMatchObject({ opened: 1, responses: 2, voted: { people: 1, of: 4 }, done: null })

    expect((await finish(api, { done: true, name: 'Hana' }, hana)).status).toBe(200)
    await finish(api, { done: true, name: 'Somebody later' }, hana)
    expect(await shown(api, hana)).toMatchObject({ done: true })
    expect((await listed()).done).toMatchObject({ by: 'Hana' })
    expect(await audited()).toEqual([{ action: 'share.done', actor_name: 'Hana' }])
    expect(await query('select user_id, kind, by_name, text, application_id from inbox_item')).toEqual([
      {
        ...{ user_id: localActor.id, kind: 'link_done', by_name: 'Hana' },
        ...{ text: link.title, application_id: null },
      },
    ])

    await finish(api, { done: false, name: 'Hana' }, hana)
    expect((await listed()).done).toBeNull()
    expect(await audited()).toHaveLength(2)
  })

  test('count for a live link whoever is shown now', async () => {
    const { token } = await make({ ...asked, view: '?rating=MAYBE,NOT_A_FIT' })
    expect((await listed()).voted).toEqual({ people: 0, of: null })
    const api = guestApi({ token })
    const people = await refs(api)
    for (const ref of people) await say(api, ref, { vote: 'no', comment: null, name: 'Hana' })
    expect((await listed()).voted).toEqual({ people: 3, of: 3 })
    await store(held.database.db, sharedJob, [
      applicant('app-other-1', { fullName: 'Bela Beispiel', rating: 'GOOD_FIT', position: 2 }),
    ])
    expect(await refs(api)).toHaveLength(2)
    expect((await listed()).voted).toEqual({ people: 2, of: 2 })
  })

  test('are overdue when their day is over everywhere, unless their guest is done', async () => {
    const { token } = await make({ ...asked, dueOn: dayFromNow(-2) })
    expect(await listed()).toMatchObject({ overdue: true })
    await finish(guestApi({ token }), { done: true, name: null })
    // Nobody gave a name: it goes by whom the link was for.
    expect(await listed()).toMatchObject({ overdue: false, done: { by: asked.addressee } })
  })

  test('are made of what can be read, and refuse a day beyond their last', async () => {
    const blank = { addressee: ' \u200b ', message: '\u202e \n', dueOn: null }
    expect((await make(blank)).link).toMatchObject({ addressee: null, message: null, dueOn: null })
    const bidi = { addressee: 'Ha\u202ena\nBeispiel', message: ' a\u202eb ', dueOn: dayFromNow(1) }
    expect((await make(bidi)).link).toMatchObject({ addressee: 'Hana Beispiel', message: 'ab' })
    const bad = [
      { dueOn: dayFromNow(16) },
      { dueOn: '2026-02-30' },
      { dueOn: '0000-01-01' },
      { addressee: 'x'.repeat(81) },
      { message: 'x'.repeat(1_001) },
      { message: 'nul\0' },
    ]
    for (const told of bad) {
      const sent = { method: 'POST' as const, body: linkRequest({ ...asked, ...told }) }
      expect(await desk.refusal('/api/share-links', sent)).toMatchObject({
        status: 400,
        code: 'invalid_body',
      })
    }
    // A caller that knows nothing of addresses makes a link as before.
    expect((await make()).link).toMatchObject({ addressee: null, message: null, dueOn: null })
  })

  test('tell nothing before the passcode, and take no word where they take no votes or are closed', async () => {
    const locked = await make({ ...asked, passcode: 'open sesame' })
    const answer = await desk.call(guestApi(locked))
    expect(answer.text).toBe('{"locked":true}')
    expect((await finish(guestApi(locked), { done: true, name: 'Hana' })).status).toBe(401)
    const silent = await make({ ...asked, mayRespond: false })
    expect((await finish(guestApi(silent), { done: true, name: 'Hana' })).status).toBe(403)
    const closed = await make(asked)
    await desk.call(`/api/share-links/${closed.link.id}`, { method: 'DELETE' })
    expect((await finish(guestApi(closed), { done: true, name: 'Hana' })).status).toBe(404)
    expect(await audited()).toEqual([])
    expect(await query('select id from inbox_item')).toEqual([])
  })

  describe('what others said', () => {
    test.each(['live', 'frozen'] as const)(
      'is in no answer to a guest who has not voted, however a %s list is ordered, counted or found',
      async (kind) => {
        const { token } = await make({ ...asked, kind, fields: { ...linkRequest().fields, names: true } })
        const api = guestApi({ token })
        const [hana, omar] = [await enter(api), await enter(api)]
        const people = await refs(api)
        const views = [
          ...[
            '',
            '?q=yes',
            '?q=wonderful',
            '?sort=votes',
            '?sort=-votes',
            '?votes=yes',
            '?decision=shortlist',
          ],
          ...guestSortKeys(true).flatMap((key) => [`?sort=${key}`, `?sort=-${key}`]),
        ]
        const readAll = async (cookie: string) => {
          const paths = [
            api,
            ...views.map((view) => `${api}/candidates${view}`),
            ...people.map((ref) => `${api}/candidates/${ref}`),
            ...guestFacetKeys.map((facet) => `${api}/facets?facet=${facet}`),
            `${api}/facets`,
          ]
          const answers: string[] = []
          for (const path of paths) answers.push((await desk.call(path, { headers: { cookie } })).text)
          return answers
        }
        const before = await readAll(omar)
        const words = ['yes', 'no', 'maybe', 'yes']
        for (const [at, ref] of people.entries()) {
          await say(api, ref, { vote: words[at], comment: 'wonderful', name: 'Vera Voter' }, hana)
        }
        expect(await readAll(omar)).toEqual(before)
        // Nor once they have voted on somebody: only their own word is added.
        await say(api, people[0]!, { vote: 'no', comment: null, name: 'Omar' }, omar)
        const after = (await readAll(omar)).join('\n')
        expect(after).not.toContain('wonderful')
        expect(after).not.toContain('Vera Voter')
      },
    )
  })
})
