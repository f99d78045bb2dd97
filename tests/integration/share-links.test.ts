import { getFacet } from '@/lib/contracts/facet-definitions'
import type { FacetKey } from '@/lib/contracts/facets'
import { expect, test } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { guestLink, guestPage } from '@/lib/contracts/guest'
import { shareLink, shareLinkList } from '@/lib/contracts/share-link'
import type { AppError } from '@/lib/server/platform/app-error'
import { createEventHub } from '@/lib/server/events/event-hub'
import { createServices } from '@/lib/server/runtime/services'
import { contextOf } from './context-of'
import { onEachEngine } from './engines'
import { cookieOf, shareDesk } from './share-desk'
import { guestApi, linkRequest, marks, sharedJob } from './shared-people'
import { applicant, store } from './stored-people'

const shown = { ...linkRequest().fields, names: true }
const team = `/api/jobs/${sharedJob.jobId}/candidates`

onEachEngine('links for guests', (held) => {
  const { desk, make, sql, audited } = shareDesk(held)
  const namesOf = async (api: string, search = '') =>
    (await desk.read(guestPage, `${api}/candidates${search}`)).items.map(({ fullName }) => fullName)

  test('a frozen link goes on showing people as they were; a live one shows them as they are', async () => {
    const [frozen, live] = [
      guestApi(await make({ kind: 'frozen', fields: shown })),
      guestApi(await make({ fields: shown })),
    ]
    expect(await namesOf(frozen)).toEqual(await namesOf(live))
    await store(held.database.db, sharedJob, [
      applicant('app-other-0', { fullName: 'Amra Changed', position: 0 }),
      applicant('app-late', { fullName: 'Dora Later', position: 9 }),
    ])
    expect(await namesOf(frozen)).toEqual([
      'Amra Testova',
      'Zebedia Quorvane',
      'Bela Beispiel',
      'Ciro Esempio',
    ])
    expect(await namesOf(live)).toEqual([
      ...['Amra Changed', 'Zebedia Quorvane', 'Bela Beispiel', 'Ciro Esempio', 'Dora Later'],
    ])
  })

  test('who is chosen one by one is in the link, and nobody else', async () => {
    const applicationIds = ['app-other-1', marks.applicationId, 'nobody']
    const api = guestApi(await make({ kind: 'frozen', applicationIds, fields: shown }))
    expect(await namesOf(api)).toEqual(['Zebedia Quorvane', 'Bela Beispiel'])
    const refusal = await desk.refusal('/api/share-links', {
      method: 'POST',
      body: linkRequest({ kind: 'frozen', applicationIds: ['nobody'] }),
    })
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_body' })
    const hostile = linkRequest({ kind: 'frozen', applicationIds: ['app-other-1', 'nul\0'] })
    expect(await desk.refusal('/api/share-links', { method: 'POST', body: hostile })).toMatchObject({
      status: 400,
      code: 'invalid_body',
    })
  })

  test('a live link is its view: whoever leaves that leaves the link', async () => {
    const api = guestApi(await make({ view: '?rating=GOOD_FIT', fields: shown }))
    expect(await namesOf(api)).toEqual(['Zebedia Quorvane'])
    await store(held.database.db, sharedJob, [
      applicant(marks.applicationId, { fullName: 'Zebedia Quorvane', rating: 'MAYBE', position: 1 }),
      applicant('app-other-2', { fullName: 'Ciro Esempio', rating: 'GOOD_FIT', position: 3 }),
    ])
    expect(await namesOf(api)).toEqual(['Ciro Esempio'])
    // The store's mark of somebody who was erased.
    await sql('update candidate set erased = true where application_id = $1', ['app-other-2'])
    await sql('update job set edition = edition + 1')
    expect(await namesOf(api)).toEqual([])
  })

  test('a guest filters, sorts and pages as the team does', async () => {
    const api = guestApi(await make({ fields: shown }))
    for (const search of [
      ...['?q=contoso', '?q=growth', '?rating=MAYBE,NOT_A_FIT', '?top=1', '?top=0', '?company=contoso'],
      ...['?now=Kestrel%20Works', '?location=kyoto', '?location=japan,lyon', '?years=0-8', '?years=5-'],
      ...[
        '?title=growth',
        '?sort=name',
        '?sort=-name',
        '?sort=rating,-years',
        '?sort=years',
        '?sort=-position',
      ],
    ]) {
      const { items, counts } = await desk.read(candidatePage, `${team}${search}`)
      expect(await namesOf(api, search), search).toEqual(items.map(({ fullName }) => fullName))
      expect((await desk.read(guestPage, `${api}/candidates${search}`)).counts.matched).toBe(counts.matched)
    }
    const facetsAt = async (path: string) =>
      (JSON.parse((await desk.call(path)).text) as { facets: object }).facets
    // When somebody applied or was added, and what was decided about them, is the team's alone.
    const ofTeam = Object.entries(await facetsAt(`/api/jobs/${sharedJob.jobId}/facets`))
    const counted = Object.fromEntries(ofTeam.filter(([facet]) => getFacet(facet as FacetKey).guests))
    const asShown = JSON.stringify(counted).replaceAll(/https:\/\/[^)"]+/g, '[link]')
    expect(await facetsAt(`${api}/facets`)).toEqual(JSON.parse(asShown))
    expect(await facetsAt(`${api}/facets?facet=company&find=cont`)).toEqual(
      await facetsAt(`/api/jobs/${sharedJob.jobId}/facets?facet=company&find=cont`),
    )
    const walked: (string | null)[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const search: string = `?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`
      const page = await desk.read(guestPage, `${api}/candidates${search}`)
      walked.push(...page.items.map(({ fullName }) => fullName))
      cursor = page.nextCursor
    }
    expect(walked).toEqual(await namesOf(api))
    expect(await namesOf(api, '?at=2&limit=1')).toEqual(['Bela Beispiel'])
  })

  test('a link that is wrong, cut short, expired, revoked or without its job: nobody can tell which', async () => {
    const [expired, revoked, jobless] = [await make(), await make(), await make({ passcode: 'open sesame' })]
    await sql(`update share_link set expires_at = now() - interval '1 second' where id = $1`, [
      expired.link.id,
    ])
    await desk.read(shareLink, `/api/share-links/${revoked.link.id}`, { method: 'DELETE' })
    await sql('update share_link set job_id = $1 where id = $2', ['4100000999', jobless.link.id])
    const tokens = [
      ...[expired.token, revoked.token, jobless.token, 'A'.repeat(32)],
      ...[revoked.token.slice(1), 'x', '%00', 'a'.repeat(3_000), '..%2f..'],
    ]
    const body = { vote: 'yes', comment: null, name: 'Hana' }
    const asks = [
      ['', {}],
      ['/candidates', {}],
      ['/candidates/0123456789abcdef', {}],
      ['/facets', {}],
      ['/candidates/0123456789abcdef/response', { method: 'PUT', body }],
      ['/passcode', { method: 'POST', body: { passcode: 'open sesame' } }],
    ] as const
    for (const [rest, sent] of asks) {
      const answers = await Promise.all(
        tokens.map(async (token) => {
          const headers = { 'x-request-id': 'the-same-for-all' }
          const {
            status,
            headers: got,
            text,
          } = await desk.call(`/api/s/${token}${rest}`, { ...sent, headers })
          return { status, headers: [...got].sort(), text }
        }),
      )
      expect(answers[0]).toMatchObject({ status: 404 })
      expect(answers[0]?.text).toContain('share_link_gone')
      for (const answer of answers) expect(answer, rest).toEqual(answers[0])
    }
  })

  test('the team sees who made a link, and that it was opened: once for each browser', async () => {
    const { link, token } = await make({ title: '  For Hana  ' })
    expect(link).toMatchObject({
      title: 'For Hana',
      createdBy: 'This desk',
      opened: 0,
      state: 'open',
      people: null,
    })
    const api = guestApi({ token })
    const first = await desk.call(api)
    expect(guestLink.parse(JSON.parse(first.text))).toMatchObject({ locked: false, people: 4 })
    const set = first.headers.get('set-cookie') ?? ''
    expect(set).toMatch(/^shortlist\.guest\.\S+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(set).not.toContain(token)
    const again = await desk.call(api, { headers: { cookie: cookieOf(first.headers) } })
    expect(again.headers.get('set-cookie')).toBeNull()
    await desk.call(api)
    // Somebody else's cookie, or a made-up one, opens nothing and is another browser.
    await desk.call(api, { headers: { cookie: `${cookieOf(first.headers).slice(0, -2)}xx` } })
    const { items } = await desk.read(shareLinkList, `/api/share-links?job=${sharedJob.jobId}`)
    expect(items).toMatchObject([{ id: link.id, opened: 3 }])
    expect(items[0]?.lastOpenedAt).not.toBeNull()
    expect((await desk.read(shareLinkList, '/api/share-links?job=4100000777')).items).toEqual([])
    await desk.read(shareLink, `/api/share-links/${link.id}`, { method: 'DELETE' })
    const closed = await desk.read(shareLink, `/api/share-links/${link.id}`, { method: 'DELETE' })
    expect(closed.state).toBe('revoked')
    expect((await desk.refusal('/api/share-links/no-such-link', { method: 'DELETE' })).status).toBe(404)
    expect(await audited()).toEqual([
      ...['share.made', 'share.opened', 'share.opened', 'share.opened', 'share.revoked'],
    ])
  })

  test('a guest reads the title of the link, whatever the job is named later', async () => {
    await sql('update job set label = $1', ['Head of Growth'])
    const apis = [guestApi(await make({ kind: 'frozen', title: 'For Hana' })), guestApi(await make())]
    const titles = () => Promise.all(apis.map((api) => desk.read(guestLink, api)))
    const before = await titles()
    expect(before[0]).toMatchObject({ title: 'For Hana' })
    await sql('update job set label = $1', ['Replacement for somebody'])
    expect(await titles()).toEqual(before)
    expect(JSON.stringify(before)).not.toMatch(/Growth/)
  })

  test('whoever opens it again and again without a cookie is let in, and counted five times an hour', async () => {
    const { token, link } = await make()
    const from = (address: string) =>
      desk.call(guestApi({ token }), { headers: { 'x-shortlist-client': address } })
    for (let time = 0; time < 9; time += 1) expect((await from('198.51.100.7')).status).toBe(200)
    expect((await from('198.51.100.8')).status).toBe(200)
    const { items } = await desk.read(shareLinkList, '/api/share-links')
    expect(items).toMatchObject([{ id: link.id, opened: 6 }])
    expect(await audited()).toEqual(['share.made', ...Array<string>(6).fill('share.opened')])
  })

  test('a link is made, and closed, with its line in the log or not at all', async () => {
    const { link } = await make()
    await sql('alter table audit_event rename to audit_event_away')
    try {
      await expect(make({ title: 'Another' })).rejects.toThrow()
      await desk.call(`/api/share-links/${link.id}`, { method: 'DELETE' })
    } finally {
      await sql('alter table audit_event_away rename to audit_event')
    }
    expect((await sql('select title, revoked_at from share_link')).rows).toEqual([
      { title: link.title, revoked_at: null },
    ])
  })

  test('neither the token nor the passcode is kept', async () => {
    const { token } = await make({ passcode: 'open sesame' })
    const { rows } = await sql('select * from share_link')
    const { rows: log } = await sql('select * from audit_event')
    const kept = JSON.stringify([rows, log])
    expect(kept).not.toContain(token)
    expect(kept).not.toContain('sesame')
    expect(desk.lines().join('\n')).not.toContain(token)
  })

  test('whoever may only read makes, lists and closes no links', async () => {
    const reach = {
      url: 'http://127.0.0.1:9',
      apiKey: 'none',
      accounts: [{ label: 'main', id: 'none' }] as const,
    }
    const base = contextOf(held.database, reach)
    const events = createEventHub({ ...base, listen: null })
    const viewer = createServices(base, { sandbox: null, events })({
      ...{ id: 'u-viewer', name: 'Vera', role: 'viewer', sessionId: null, address: null },
    })
    const { link } = await make()
    for (const ask of [
      () => viewer.makeShareLink(linkRequest()),
      () => viewer.listShareLinks(null),
      () => viewer.revokeShareLink(link.id),
    ]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'forbidden' } satisfies Partial<AppError>))
    }
  })
})
