import { beforeEach, expect, test } from 'vitest'
import { note as noteShape, noteHistory, noteList, type Note } from '@/lib/contracts/notes'
import { inboxCount, memberList } from '@/lib/contracts/inbox'
import { problem } from '@/lib/contracts/problem'
import { erasePerson, exportPerson } from '@/lib/server/privacy/privacy'
import { contextOf } from './context-of'
import { doorDesk, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { applicant, store as save } from './stored-people'

const key = { account: 'main', jobId: '4100000008' }
const of = (applicationId: string) => `/api/jobs/${key.jobId}/candidates/${applicationId}`

onEachEngine('notes', (store) => {
  const desk = doorDesk(store)
  const reach = { url: 'http://127.0.0.1:9', apiKey: 'none', accounts: [{ label: 'main', id: 'x' }] as const }
  const context = () => contextOf(store.database, reach)
  beforeEach(() =>
    save(store.database.db, key, [
      applicant('ada', { fullName: 'Ada Ash' }),
      applicant('bo', { position: 1, fullName: 'Bo Birch' }),
    ]),
  )

  const write = async (browser: Visitor, text: string, more: object = {}) => {
    const answer = await browser.post(`${of('ada')}/notes`, { text, ...more })
    expect(answer.status, answer.text).toBe(200)
    return noteShape.parse(answer.json)
  }
  const list = async (browser: Visitor) =>
    noteList.parse((await browser.ask(`${of('ada')}/notes`)).json).items
  const refuse = (answer: Awaited<ReturnType<Visitor['ask']>>) => problem.parse(answer.json)
  const patch = (browser: Visitor, { id }: Note, body: object) =>
    browser.ask(`${of('ada')}/notes/${id}`, { method: 'PATCH', body })
  const remove = (browser: Visitor, { id }: Note) =>
    browser.ask(`${of('ada')}/notes/${id}`, { method: 'DELETE' })

  test('a viewer writes one, everyone reads it, and the row shows it', async () => {
    const owner = await desk.owner()
    const { browser: viewer } = await desk.member(owner, 'viewer')
    await write(owner, 'Seems *strong*')
    const made = await write(viewer, '  Call her on Monday\r\n')
    expect(made).toMatchObject({
      text: 'Call her on Monday',
      by: { name: 'A viewer' },
      editedAt: null,
      earlier: 0,
    })
    expect((await list(owner)).map(({ text }) => text)).toEqual(['Call her on Monday', 'Seems *strong*'])
    const page = await owner.ask(`/api/jobs/${key.jobId}/candidates`)
    expect(page.json).toMatchObject({
      marks: {
        ada: { notes: { count: 2, latest: { text: 'Call her on Monday', by: { name: 'A viewer' } } } },
      },
    })
  })

  test('its author edits it, and what it said is kept', async () => {
    const owner = await desk.owner()
    const made = await write(owner, 'First')
    const changed = noteShape.parse((await patch(owner, made, { text: 'Second', expected: made.at })).json)
    expect(changed).toMatchObject({ text: 'Second', earlier: 1 })
    const history = noteHistory.parse((await owner.ask(`${of('ada')}/notes/${made.id}`)).json)
    expect(history.earlier).toMatchObject([{ text: 'First', at: made.at }])
    // The same text again is no change.
    const same = noteShape.parse((await patch(owner, made, { text: 'Second', expected: made.at })).json)
    expect(same).toEqual(changed)
  })

  test('a change over another one is refused with both texts, and nothing is lost', async () => {
    const owner = await desk.owner()
    const made = await write(owner, 'First')
    await patch(owner, made, { text: 'In one tab', expected: made.at })
    const clash = await patch(owner, made, { text: 'In another', expected: made.at })
    expect(clash.status).toBe(409)
    expect(refuse(clash)).toMatchObject({
      code: 'note_changed',
      note: { current: { text: 'In one tab', earlier: 1 }, yours: 'In another' },
    })
    expect(await list(owner)).toMatchObject([{ text: 'In one tab' }])
    const { editedAt } = refuse(clash).note!.current
    expect((await patch(owner, made, { text: 'Together', expected: editedAt })).status).toBe(200)
  })

  test('of two changes at once one wins and the other is told of it', async () => {
    const owner = await desk.owner()
    const made = await write(owner, 'First')
    const both = await Promise.all(
      ['One', 'Two'].map((text) => patch(owner, made, { text, expected: made.at })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const history = noteHistory.parse((await owner.ask(`${of('ada')}/notes/${made.id}`)).json)
    expect(history.earlier.map(({ text }) => text)).toEqual(['First'])
  })

  test('nobody edits another’s note; its author and an owner delete it', async () => {
    const owner = await desk.owner()
    const { browser: recruiter } = await desk.member(owner, 'recruiter')
    const { browser: viewer } = await desk.member(owner, 'viewer')
    const [first, second] = [await write(viewer, 'Mine'), await write(viewer, 'Mine too')]
    for (const other of [owner, recruiter]) {
      const answer = await patch(other, first, { text: 'Not mine' })
      expect([answer.status, refuse(answer).code]).toEqual([403, 'note_of_another'])
    }
    expect((await remove(recruiter, first)).status).toBe(403)
    expect((await remove(viewer, first)).status).toBe(200)
    expect((await remove(owner, second)).status).toBe(200)
    expect((await remove(owner, second)).status).toBe(404)
    expect((await patch(viewer, first, { text: 'Again' })).status).toBe(404)
    expect(await list(owner)).toEqual([])
    const page = await owner.ask(`/api/jobs/${key.jobId}/candidates`)
    expect(page.json).toMatchObject({ marks: {} })
  })

  test.each([
    ['of only spaces', ' \n\t ', 'something that can be read'],
    ['of only invisible characters', '\u200b\u2060\u00ad\u202e', 'something that can be read'],
    ['that is too long', 'x'.repeat(10_001), 'at most 10,000 characters; this one has 10,001'],
    ['with a NUL', 'a\0b', 'NUL'],
  ])('a note %s is refused in a sentence', async (_, text, said) => {
    const owner = await desk.owner()
    const answer = await owner.post(`${of('ada')}/notes`, { text })
    expect([answer.status, refuse(answer).code]).toEqual([400, 'invalid_body'])
    expect(refuse(answer).detail).toContain(said)
  })

  test('a note of a megabyte is refused', async () => {
    const owner = await desk.owner()
    const answer = await owner.post(`${of('ada')}/notes`, { text: 'x'.repeat(1_048_576) })
    expect([answer.status, refuse(answer).code]).toEqual([413, 'body_too_large'])
  })

  test('markup stays text, and what makes text run backwards goes', async () => {
    const owner = await desk.owner()
    const made = await write(owner, '<b onclick="x()">Hi</b> \u202egnp.exe\u2066 שלום')
    expect(made.text).toBe('<b onclick="x()">Hi</b> gnp.exe שלום')
  })

  test('nobody who is unknown or erased can be written about', async () => {
    const owner = await desk.owner()
    await write(owner, 'Gone soon')
    await erasePerson(context(), { applicationId: 'ada', jobId: key.jobId })
    for (const [id, status, code] of [
      ['ada', 410, 'candidate_erased'],
      ['nobody', 404, 'candidate_not_found'],
    ] as const) {
      const answer = await owner.post(`${of(id)}/notes`, { text: 'Hello' })
      expect([answer.status, refuse(answer).code]).toEqual([status, code])
      expect((await owner.ask(`${of(id)}/notes`)).status).toBe(status)
    }
    const { rows } = await store.database.pool.query(
      'select 1 from note union all select 1 from note_version',
    )
    expect(rows).toEqual([])
  })

  test('a person’s export holds the notes, also the deleted ones', async () => {
    const owner = await desk.owner()
    const made = await write(owner, 'First')
    await patch(owner, made, { text: 'Second' })
    await remove(owner, await write(owner, 'Deleted'))
    const text = JSON.stringify(await exportPerson(context(), { applicationId: 'ada', jobId: key.jobId }))
    for (const said of ['First', 'Second', 'Deleted']) expect(text).toContain(said)
  })

  test('everyone signed in may know whom they can mention, and no more of them', async () => {
    const owner = await desk.owner()
    const { browser: viewer } = await desk.member(owner, 'viewer')
    const { items } = memberList.parse((await viewer.ask('/api/members')).json)
    expect(items.map(({ name }) => name)).toEqual(['A viewer', 'Olive Owner'])
    expect(JSON.stringify(items)).not.toContain('@')
    const known = memberList.parse((await owner.ask('/api/members')).json).items
    expect(known.map(({ email }) => email?.split('@').length)).toEqual([2, 2])
    expect(items.map(({ role }) => role)).toEqual(['viewer', 'owner'])
  })

  test('of two of one name the one who was chosen is told, after an edit too', async () => {
    const owner = await desk.owner()
    const member = async (email: string) => (await desk.member(owner, 'viewer', email)).browser
    const alike = [await member('one@example.test'), await member('two@example.test')]
    const idOf = async (browser: Visitor) => ((await browser.ask('/api/me')).json as { id: string }).id
    const unread = async () => {
      const counts = alike.map(async (browser) =>
        inboxCount.parse((await browser.ask('/api/inbox/count')).json),
      )
      return (await Promise.all(counts)).map((count) => count.unread)
    }
    const [first, second] = await Promise.all(alike.map(idOf))
    const made = await write(owner, 'What does @A viewer think?', { mentions: [first] })
    expect(await unread()).toEqual([1, 0])
    await patch(owner, made, { text: 'What does @A viewer think of Kyoto?' })
    expect(await unread()).toEqual([1, 0])
    await patch(owner, made, { text: 'What do @A viewer and @A viewer think?', mentions: [second] })
    expect(await unread()).toEqual([1, 1])
    await write(owner, '@A viewer, whoever of you is here')
    expect(await unread()).toEqual([2, 2])
  })
})
