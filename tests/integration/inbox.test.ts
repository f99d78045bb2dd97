import { beforeEach, describe, expect, test, vi } from 'vitest'
import { candidatePage } from '@/lib/contracts/candidate'
import { inboxCount, inboxPage, mailSettings, memberList } from '@/lib/contracts/inbox'
import { nextActionAnswer, note } from '@/lib/contracts/notes'
import { done } from '@/lib/contracts/people'
import { secondOpinion } from '@/lib/contracts/second-opinion'
import { mailWaiting } from '@/lib/server/reviews/mention-mail'
import { openSetup } from '@/lib/server/auth/setup-token'
import { createMail } from '@/lib/server/auth/mail'
import { readEnv } from '@/lib/server/platform/env'
import { erasePerson } from '@/lib/server/privacy/privacy'
import { contextOf, openDesk } from './context-of'
import { doorDesk, newInstance, owner as boss, token, Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { startMail } from './mail-server'
import { applicant, store as save } from './stored-people'
import { fail, personAt, succeed, teamJob } from './team-desk'
import { quietLog } from './test-log'
import { soon } from '../soon'

const reach = { url: 'http://127.0.0.1:9', apiKey: 'none', accounts: [{ label: 'main', id: 'x' }] as const }

onEachEngine('an inbox', (store) => {
  const desk = doorDesk(store)
  const people = () =>
    save(store.database.db, teamJob, [
      applicant('ada', { fullName: 'Ada Ash' }),
      applicant('bo', { position: 1, fullName: 'Bo Birch' }),
    ])
  const write = (browser: Visitor, text: string) =>
    succeed(note, browser, `${personAt('ada')}/notes`, 'POST', { text })
  const inboxOf = (browser: Visitor) => succeed(inboxPage, browser, '/api/inbox')
  const unreadOf = async (browser: Visitor) => (await succeed(inboxCount, browser, '/api/inbox/count')).unread
  const idOf = async (browser: Visitor, name: string) =>
    (await succeed(memberList, browser, '/api/members')).items.find((each) => each.name === name)!.id
  const setNext = (browser: Visitor, body: object) =>
    succeed(nextActionAnswer, browser, `${personAt('bo')}/next-action`, 'PUT', body)

  describe('of a member', () => {
    beforeEach(people)

    test('holds a mention once, until it is read, and nothing of one’s own', async () => {
      const owner = await desk.owner()
      const { browser: viewer } = await desk.member(owner, 'viewer')
      const made = await write(owner, 'What does @A viewer think? cc @Olive Owner')
      const { items, unread } = await inboxOf(viewer)
      expect(unread).toBe(1)
      expect(items).toMatchObject([
        {
          ...{
            kind: 'mention',
            jobId: teamJob.jobId,
            account: null,
            applicationId: 'ada',
            person: 'Ada Ash',
          },
          ...{ by: 'Olive Owner', text: 'What does @A viewer think? cc @Olive Owner' },
          ...{ dueOn: null, readAt: null },
        },
      ])
      expect((await inboxOf(owner)).items).toEqual([])
      const at = `${personAt('ada')}/notes/${made.id}`
      await succeed(note, owner, at, 'PATCH', { text: 'And now, @A viewer?' })
      expect((await inboxOf(viewer)).items).toMatchObject([{ text: 'And now, @A viewer?' }])
      await succeed(done, viewer, `/api/inbox/${items[0]!.id}`, 'PATCH', { read: true })
      expect(await unreadOf(viewer)).toBe(0)
      expect(await fail(owner, `/api/inbox/${items[0]!.id}`, 'PATCH', { read: true })).toMatchObject({
        code: 'inbox_item_not_found',
      })
      await succeed(done, owner, at, 'DELETE')
      expect((await inboxOf(viewer)).items).toEqual([])
    })

    test('holds a second look that was asked for, and all of it is read at once', async () => {
      const owner = await desk.owner()
      const { browser: viewer } = await desk.member(owner, 'viewer')
      const members = [await idOf(viewer, 'Olive Owner')]
      const ask = [`${personAt('bo')}/second-looks`, 'POST'] as const
      await succeed(done, viewer, ...ask, { members, text: 'Too junior?' })
      await succeed(done, viewer, ...ask, { members })
      const { items } = await inboxOf(owner)
      expect(items).toMatchObject([
        { kind: 'second_look', by: 'A viewer', person: 'Bo Birch', text: null },
        { text: 'Too junior?' },
      ])
      expect(await fail(viewer, ...ask, { members: ['nobody'] })).toMatchObject({ code: 'invalid_body' })
      await succeed(inboxCount, owner, '/api/inbox/read', 'POST', { upTo: items[1]!.id })
      expect(await unreadOf(owner)).toBe(1)
      await succeed(inboxCount, owner, '/api/inbox/read', 'POST', { upTo: items[0]!.id })
      expect(await unreadOf(owner)).toBe(0)
    })

    test('holds a next action from the day it is due, once, until it is done', async () => {
      const owner = await desk.owner()
      const assignee = await idOf(owner, 'Olive Owner')
      await setNext(owner, { text: 'Call', dueOn: '2999-01-01', assignee })
      expect((await inboxOf(owner)).items).toEqual([])
      await setNext(owner, { text: 'Call <b>now</b>', dueOn: '2026-01-01', assignee })
      const pages = await Promise.all([inboxOf(owner), inboxOf(owner), inboxOf(owner)])
      for (const { items } of pages)
        expect(items).toMatchObject([
          { kind: 'due', dueOn: '2026-01-01', person: 'Bo Birch', text: 'Call <b>now</b>' },
        ])
      const { marks } = await succeed(candidatePage, owner, `/api/jobs/${teamJob.jobId}/candidates`)
      expect(marks['bo']?.nextAction).toMatchObject({
        dueOn: '2026-01-01',
        assignee: { name: 'Olive Owner' },
      })
      await succeed(nextActionAnswer, owner, `${personAt('bo')}/next-action`, 'DELETE')
      expect(await unreadOf(owner)).toBe(0)
    })

    test.each([
      [{ text: ' ' }, 'something that can be read'],
      [{ text: 'x'.repeat(201) }, 'at most 200 characters; this one has 201'],
      [{ text: 'Call', dueOn: '2026-02-30' }, 'dueOn'],
      [{ text: 'Call', assignee: 'nobody' }, 'assignee'],
    ])('gets no next action like %j', async (body, said) => {
      const owner = await desk.owner()
      const refused = await fail(owner, `${personAt('bo')}/next-action`, 'PUT', body)
      expect(refused.code).toBe('invalid_body')
      expect(refused.detail).toContain(said)
    })

    test('forgets whoever is erased', async () => {
      const owner = await desk.owner()
      const { browser: viewer } = await desk.member(owner, 'viewer')
      await write(owner, '@A viewer')
      await erasePerson(contextOf(store.database, reach), { applicationId: 'ada', jobId: teamJob.jobId })
      expect((await inboxOf(viewer)).items).toEqual([])
    })
  })

  describe('with a mail server', () => {
    beforeEach(people)

    test('mails a mention, without a word about the applicant, and the next one a quarter of an hour later', async () => {
      const server = await startMail()
      const instance = await newInstance(store.database, { SMTP_URL: server.url })
      await openSetup(store.database.db, token)
      const owner = new Visitor(instance)
      await owner.post('/api/setup', { token, ...boss })
      await owner.signIn(boss)
      const { browser: viewer, email } = await desk.member(owner, 'viewer')
      server.mails.length = 0
      await write(owner, 'Ask @A viewer about Ada Ash')
      await vi.waitFor(() => expect(server.mails).toHaveLength(1), soon)
      const [mail] = server.mails
      expect(mail!.to).toEqual([email])
      expect(mail!.text).toContain('Olive Owner mentioned you in a note')
      expect(mail!.text).not.toContain('Ada')
      await write(owner, 'And again, @A viewer')
      const env = readEnv({
        ...{ RECRUITER_API_URL: 'http://127.0.0.1:9', RECRUITER_API_KEY: 'k', RECRUITER_ACCOUNTS: 'main=x' },
        ...{ APP_URL: 'http://127.0.0.1:3000', SMTP_URL: server.url, AUTH_SECRET: 'x'.repeat(40) },
      })
      const signIn = { ...openDesk, mail: createMail(env, quietLog) }
      const later = (minutes: number) =>
        contextOf(store.database, reach, { signIn, now: () => new Date(Date.now() + minutes * 60_000) })
      await mailWaiting(later(14))
      expect(server.mails).toHaveLength(1)
      await Promise.all([mailWaiting(later(16)), mailWaiting(later(16))])
      expect(server.mails).toHaveLength(2)
      // Who does not want any gets none.
      const settings = await succeed(mailSettings, viewer, '/api/me/mail', 'PATCH', { mentions: false })
      expect(settings.mentions).toBe(false)
      await write(owner, 'Once more, @A viewer')
      await mailWaiting(later(60))
      expect(server.mails).toHaveLength(2)
    })

    test('mails a colleague who is asked for a second opinion, without a word about the applicants', async () => {
      const server = await startMail()
      const instance = await newInstance(store.database, { SMTP_URL: server.url })
      await openSetup(store.database.db, token)
      const owner = new Visitor(instance)
      await owner.post('/api/setup', { token, ...boss })
      await owner.signIn(boss)
      const { browser: colleague, email } = await desk.member(owner, 'recruiter')
      const { id } = (await colleague.ask('/api/me')).json as { id: string }
      server.mails.length = 0
      const path = `/api/jobs/${teamJob.jobId}/second-opinions`
      await succeed(secondOpinion, owner, path, 'POST', {
        ...{ colleague: id, applicationIds: ['ada', 'bo'], note: 'Is Ada too junior?' },
      })
      await vi.waitFor(() => expect(server.mails).toHaveLength(1), soon)
      const [mail] = server.mails
      expect(mail!.to).toEqual([email])
      expect(mail!.text).toContain('Olive Owner asks you for a second opinion on applicants for')
      expect(mail!.text).not.toContain('Ada')
    })
  })
})
