import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { GuestPage } from '@/lib/contracts/guest'
import type { ShareLinkRequest } from '@/lib/contracts/share-link'
import { emptyView } from '@/lib/contracts/words'
import { openDatabase } from '@/lib/server/db/open-database'
import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { countFacets } from '@/lib/server/candidates/store/candidate-facets'
import { pageCandidates } from '@/lib/server/candidates/store/candidate-pages'
import { teamSource } from '@/lib/server/candidates/store/candidate-source'
import { erasePerson } from '@/lib/server/privacy/privacy'
import { acquireLease } from '@/lib/server/purchases/store/leases'
import { createGuest } from '@/lib/server/sharing/guest'
import { GuestLists, sweepClosedLinks } from '@/lib/server/sharing/guest-lists'
import { findOpenLink, type OpenLink } from '@/lib/server/sharing/store/share-links'
import { makeShareLink, revokeShareLink } from '@/lib/server/sharing/share-links'
import { tokenHash } from '@/lib/server/auth/token'
import { parseView } from '@/lib/url/view'
import { soon } from '../soon'
import { contextOf, type Settings } from './context-of'
import { onEachEngine } from './engines'
import { everyText } from './every-text'
import { linkRequest, markedPeople, marks, sharedJob } from './shared-people'
import { applicant, store as save } from './stored-people'
import { quietLog } from './test-log'

const reach = {
  url: 'http://127.0.0.1:9',
  apiKey: 'none',
  accounts: [{ label: 'main', id: 'none' }] as const,
}
const visitor = { kept: () => null, address: null }
const named = { ...linkRequest().fields, names: true }
const ratings = ['GOOD_FIT', 'MAYBE', 'UNRATED', 'NOT_A_FIT']
const cities = ['Lyon, France', 'Kyoto, Japan', 'Porto, Portugal']

const crowd = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    applicant(`app-${at}`, {
      position: at,
      fullName: `Invented ${((at * 7919) % count).toString().padStart(5, '0')}`,
      headline: at % 10 === 0 ? 'Tidal engineer' : 'Accountant',
      rating: ratings[at % 4],
      location: cities[at % 3],
      experiences: [{ title: 'Analyst', company: `Company ${at % 40}`, dateRange: 'Jan 2015 - Dec 2019' }],
    }),
  )

onEachEngine('the people of a link', (held, engine) => {
  const desk = (settings: Settings = {}) => contextOf(held.database, reach, settings)
  const make = (told: Partial<ShareLinkRequest> = {}) => makeShareLink(desk(), linkRequest(told))
  const query = async <T>(text: string, values: unknown[] = []) =>
    (await held.database.pool.query(text, values)).rows as T[]
  const rowsOf = (linkId: string) =>
    query<{ application_id: string; xmin: string; made_of: string }>(
      'select application_id, xmin::text, made_of from guest_candidate where link_id = $1 order by position',
      [linkId],
    )
  const linkOf = async (token: string): Promise<OpenLink> =>
    (await findOpenLink(held.database.db, tokenHash(token), new Date()))!
  const filled = async (token: string, settings: Settings = {}) =>
    new GuestLists(desk(settings)).openWhole(await linkOf(token))

  /** As if another instance prepared the people of a link. */
  const holdLease = (linkId: string) =>
    acquireLease(held.database.db, {
      ...{ account: '', jobId: `guests ${linkId}` },
      ...{ holder: 'another', fetchId: randomUUID(), ttlMs: 60_000 },
    })

  test('five thousand are paged, filtered and counted as the team’s are, and the first page waits for nobody else', async () => {
    await save(held.database.db, sharedJob, crowd(5_000))
    const guest = createGuest(desk(), { patienceMs: 60_000 })
    const { token, link } = await make({ fields: named })
    const page = (search: string, cursor: string | null = null, limit = 200) =>
      guest.page(token, visitor, parseView(search), cursor === null ? null : { cursor }, limit)
    const first = await page('', null, 50)
    expect((await rowsOf(link.id)).length).toBeLessThan(5_000)
    expect(first.counts).toEqual({ matched: 5_000, people: 5_000 })
    const key = { ...sharedJob, reader: '' }
    const team = async (search: string, limit = 200) =>
      pageCandidates(held.database.db, key, { view: parseView(search), start: null, limit })

    const walked: GuestPage['items'] = [...first.items]
    let { nextCursor } = first
    while (nextCursor !== null) {
      const next = await page('', nextCursor)
      expect(next.firstIndex).toBe(walked.length)
      walked.push(...next.items)
      nextCursor = next.nextCursor
    }
    const inOrder = await query<{ id: string }>(
      'select application_id as id from candidate order by position',
    )
    expect(inOrder).toHaveLength(5_000)
    const names = new Map(crowd(5_000).map(({ person }) => [person.applicationId, person.fullName]))
    expect(walked.map(({ fullName }) => fullName)).toEqual(inOrder.map(({ id }) => names.get(id)))
    expect(new Set(walked.map(({ ref }) => ref)).size).toBe(5_000)

    for (const search of [
      ...['?q=tidal', '?rating=MAYBE', '?company=Company%207', '?location=japan', '?sort=-name'],
      '?q=tidal&location=france&sort=rating,name',
    ]) {
      const [guests, teams] = [await page(search), await team(search)]
      expect(guests.counts, search).toEqual({ matched: teams.matched, people: 5_000 })
      expect(
        guests.items.map(({ fullName }) => fullName),
        search,
      ).toEqual(teams.items.map(({ fullName }) => fullName))
    }
    const view = parseView('?rating=MAYBE')
    const counted = await guest.facets(token, visitor, view, { asked: null, find: null })
    const ofTeam = (await countFacets(held.database.db, teamSource(key), view)).facets
    const facets = Object.fromEntries(
      Object.entries(ofTeam).filter(([facet]) => getFacet(facet as FacetKey).guests),
    )
    expect(counted).toEqual({ matched: 1_250, facets })
    const deep = walked[4_321]!
    expect(await guest.person(token, visitor, deep.ref, emptyView)).toMatchObject({
      index: 4_321,
      person: deep,
    })
    expect(await guest.look(token, visitor)).toMatchObject({ people: 5_000, careerFrom: 2015 * 12 })
  })

  test('only who changed is redacted again, and who left the view leaves the store', async () => {
    await save(held.database.db, sharedJob, crowd(60))
    const { token, link } = await make({ view: '?rating=GOOD_FIT', fields: named })
    await filled(token)
    const before = await rowsOf(link.id)
    expect(before).toHaveLength(15)
    await save(held.database.db, sharedJob, [
      applicant('app-0', { position: 0, fullName: 'Invented Leaver', rating: 'MAYBE' }),
      applicant('app-56', { position: 56, fullName: 'Invented Renamed', rating: 'GOOD_FIT' }),
    ])
    await filled(token)
    const after = await rowsOf(link.id)
    expect(after.map(({ application_id }) => application_id)).toEqual(
      before.map(({ application_id }) => application_id).filter((id) => id !== 'app-0'),
    )
    const changed = after.filter(
      (row) =>
        !before.some(
          ({ application_id, made_of }) => application_id === row.application_id && made_of === row.made_of,
        ),
    )
    expect(changed.map(({ application_id }) => application_id)).toEqual(['app-56'])
  })

  test('what an older version redacted is redacted again', async () => {
    await save(held.database.db, sharedJob, markedPeople())
    const { token, link } = await make()
    await filled(token)
    await query(
      `update guest_candidate set made_of = '0.0.older', person = replace(person, 'Kestrel', $1), search_text = $1`,
      [marks.lastName],
    )
    await query(`update share_link set ready_for = '0.0.older'`)
    await filled(token)
    expect(JSON.stringify(await query('select * from guest_candidate'))).not.toContain(marks.lastName)
    expect(await rowsOf(link.id)).toHaveLength(4)
  })

  test('who is redacted for one link is so for every other that shows the same, under another name', async () => {
    await save(held.database.db, sharedJob, markedPeople())
    const [first, same, more] = [
      await make(),
      await make(),
      await make({ fields: { ...named, names: false, message: true } }),
    ]
    await filled(first.token)
    await query(`update guest_candidate set person = replace(person, 'Kestrel Works', 'Taken over')`)
    await filled(same.token)
    await filled(more.token)
    const texts = async (id: string) =>
      JSON.stringify(await query('select person from guest_candidate where link_id = $1', [id]))
    expect(await texts(same.link.id)).toContain('Taken over')
    expect(await texts(more.link.id)).not.toContain('Taken over')
    const refs = await query<{ ref: string; pseudonym: string }>('select ref, pseudonym from guest_candidate')
    expect(new Set(refs.map(({ ref }) => ref)).size).toBe(12)
    expect(new Set(refs.map(({ pseudonym }) => pseudonym)).size).toBe(12)
  })

  test('nothing is kept for the guests of a link that was revoked or has expired', async () => {
    await save(held.database.db, sharedJob, markedPeople())
    const [revoked, expired, open] = [await make(), await make({ kind: 'frozen' }), await make()]
    for (const { token } of [revoked, expired, open]) await filled(token)
    await revokeShareLink(desk(), revoked.link.id)
    expect(await rowsOf(revoked.link.id)).toEqual([])
    await query(`update share_link set expires_at = now() - interval '1 second' where id = $1`, [
      expired.link.id,
    ])
    expect(await sweepClosedLinks(desk(), new AbortController().signal)).toBe(4)
    expect(await rowsOf(expired.link.id)).toEqual([])
    expect(await rowsOf(open.link.id)).toHaveLength(4)
  })

  test('a link that is revoked while its people are being prepared stores none of them', async () => {
    await save(held.database.db, sharedJob, crowd(200))
    const { token, link } = await make({ fields: named })
    await holdLease(link.id)
    const filling = filled(token).catch((error: unknown) => error)
    await revokeShareLink(desk(), link.id)
    await query('delete from lease')
    expect(await filling).toMatchObject({ code: 'guest_list_preparing' })
    expect(await rowsOf(link.id)).toEqual([])
  })

  test.each(['live', 'frozen'] as const)(
    'who is erased is in no row of a %s link, nor found there',
    async (kind) => {
      await save(held.database.db, sharedJob, markedPeople())
      const { token } = await make({ kind, fields: named })
      await filled(token)
      const guest = createGuest(desk())
      const find = () => guest.page(token, visitor, parseView('?q=quorvane'), null, 10)
      const facets = () => guest.facets(token, visitor, emptyView, { asked: ['company'], find: null })
      expect((await find()).counts).toEqual({ matched: 1, people: 4 })
      expect(JSON.stringify(await facets())).toContain('Kestrel Works')
      await erasePerson(desk(), { applicationId: marks.applicationId })
      expect((await find()).counts).toEqual({ matched: 0, people: 3 })
      expect(JSON.stringify(await facets())).not.toContain('Kestrel Works')
      expect(await everyText(held.database)).not.toContain(marks.lastName)
    },
  )

  test('a process that is told to stop leaves what it did, and the next one goes on from there', async () => {
    await save(held.database.db, sharedJob, crowd(480))
    const { token, link } = await make()
    const stopping = new AbortController()
    const lists = new GuestLists(desk({ stopping: stopping.signal }))
    const stopped = lists.openWhole(await linkOf(token)).catch((error: unknown) => error)
    await expect.poll(async () => (await rowsOf(link.id)).length, { ...soon, interval: 5 }).toBeGreaterThan(0)
    stopping.abort()
    expect(await stopped).toMatchObject({ code: 'guest_list_preparing' })
    const before = await rowsOf(link.id)
    expect(before.length).toBeLessThan(480)
    await filled(token)
    const after = await rowsOf(link.id)
    expect(after).toHaveLength(480)
    expect(after.slice(0, before.length)).toEqual(before)
  })

  test('while another instance prepares a link, its own order is read, and the rest is told how far it is', async () => {
    await save(held.database.db, sharedJob, crowd(60))
    const { token, link } = await make()
    await holdLease(link.id)
    const guest = createGuest(desk(), { patienceMs: 50 })
    const { items, counts, nextCursor } = await guest.page(token, visitor, emptyView, null, 10)
    expect(items).toHaveLength(10)
    expect(counts).toEqual({ matched: 60, people: 60 })
    const [person] = items
    expect(await guest.person(token, visitor, person!.ref, emptyView)).toMatchObject({ index: 0, person })
    for (const ask of [
      () => guest.page(token, visitor, parseView('?q=tidal'), null, 10),
      () => guest.facets(token, visitor, emptyView, { asked: null, find: null }),
    ]) {
      await expect(ask()).rejects.toMatchObject({
        code: 'guest_list_preparing',
        facts: { ready: 0, people: 60, retryAfter: 1 },
      })
    }
    await query('delete from lease')
    const rest = await guest.page(token, visitor, emptyView, { cursor: nextCursor! }, 200)
    expect(rest.firstIndex).toBe(10)
    expect(rest.items).toHaveLength(50)
    await expect
      .poll(() => guest.page(token, visitor, parseView('?q=tidal'), null, 10).catch(() => null), soon)
      .toMatchObject({ counts: { matched: 6, people: 60 } })
  })

  test('two instances that are asked at once store everyone once', async () => {
    const second =
      engine === 'postgres' ? await openDatabase({ ...held.place, log: quietLog }) : held.database
    try {
      await save(held.database.db, sharedJob, crowd(100))
      const { token, link } = await make()
      const guests = [held.database, second].map((database) => createGuest(contextOf(database, reach)))
      const pages = await Promise.all(
        guests.map((guest) => guest.page(token, visitor, parseView('?q=tidal'), null, 50)),
      )
      expect(pages[0]).toEqual(pages[1])
      expect(pages[0]?.counts).toEqual({ matched: 10, people: 100 })
      expect(await rowsOf(link.id)).toHaveLength(100)
    } finally {
      if (second !== held.database) await second.close()
    }
  })
})
