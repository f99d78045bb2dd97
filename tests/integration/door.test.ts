import { describe, expect, test } from 'vitest'
import type { AuditPage } from '@/lib/contracts/audit'
import type { Me, People, SessionList } from '@/lib/contracts/people'
import type { Limits } from '@/lib/server/auth/limits'
import { doorDesk, newInstance, owner, token, Visitor } from './door-desk'
import { onEachEngine } from './engines'

onEachEngine('the door', (store) => {
  const desk = doorDesk(store)
  const { everything } = desk

  /** Counts attempts as if they had been made. */
  const usedUp = (times: number, attempts: (at: number) => Parameters<Limits['take']>[0]) =>
    Promise.all(Array.from({ length: times }, (_, at) => desk.instance().limits.take(attempts(at))))

  describe('setup', () => {
    test('of twenty who have the token at once, one becomes the owner, and it is closed for ever', async () => {
      const racing = Array.from({ length: 20 }, (_, at) =>
        desk
          .visitor(`203.0.113.${at}`)
          .post('/api/setup', { token, ...owner, email: `racer-${at}@example.test` }),
      )
      const statuses = (await Promise.all(racing)).map(({ status }) => status).sort()
      expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 403)])
      expect(await desk.instance().authServices.isSetupOpen()).toBe(false)
      // A restart with the token still set opens nothing.
      await newInstance(store.database)
      const late = await desk.visitor().post('/api/setup', { token, ...owner })
      expect(late).toMatchObject({ status: 403, json: { code: 'setup_closed' } })
    })

    test('a wrong token makes nobody an owner, and after ten tries none is looked at', async () => {
      const guesser = desk.visitor()
      for (let tries = 0; tries < 10; tries += 1) {
        const wrong = await guesser.post('/api/setup', { token: `not-the-token-${tries}`, ...owner })
        expect(wrong.json).toMatchObject({ code: 'setup_closed' })
      }
      const right = await guesser.post('/api/setup', { token, ...owner })
      expect(right).toMatchObject({ status: 429, json: { code: 'too_many_attempts' } })
      expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(60)
    })

    test.each([
      'short',
      'password1234',
      'PasswordPassword',
      'Password1!Password1!',
      'letmeinletmein!',
      '123456789012',
      'qwertyuiop2026!',
      'shortlist1234',
      'olive1234567',
      'Olive.Owner!2026',
    ])('a password that is guessed first is refused: %s', async (password) => {
      const refused = await desk.visitor().post('/api/setup', { token, ...owner, password })
      expect(refused).toMatchObject({ status: 400, json: { code: 'password_not_usable' } })
      expect(await desk.instance().authServices.isSetupOpen()).toBe(true)
    })
  })

  describe('signing in', () => {
    test('with the password, told in a cookie that no script can read', async () => {
      const browser = await desk.owner()
      const again = await desk.visitor().signIn(owner)
      const [cookie = ''] = again.headers.getSetCookie()
      expect(cookie).toMatch(/^shortlist\.session_token=/)
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=Lax/i)
      // What the cookie holds is in no answer that a script could read.
      const secret = decodeURIComponent(cookie.split('=')[1]!.split(';')[0]!).split('.')[0]!
      expect(again.text).not.toContain(secret)
      expect((await browser.ask('/api/auth/get-session')).text).not.toContain('token')
      expect((await browser.ask('/api/me')).json).toMatchObject({ name: 'Olive Owner', role: 'owner' })
    })

    test('says the same of a wrong password and of nobody’s address', async () => {
      await desk.owner()
      const wrong = await desk.visitor().signIn({ ...owner, password: 'a loud harbour at noon' })
      const nobody = await desk.visitor().signIn({ ...owner, email: 'nobody@example.test' })
      expect(wrong.status).toBe(401)
      const told = ({ json }: typeof wrong) => ({ ...(json as object), requestId: '' })
      expect(told(nobody)).toEqual(told(wrong))
    })

    test('is counted for each account, whatever the address and the instance', async () => {
      await desk.owner()
      const other = await newInstance(store.database)
      // Most of them are only counted: a password takes its time to be compared.
      await usedUp(50, () => ({ signInAccount: owner.email }))
      const tries = Array.from({ length: 10 }, (_, at) =>
        new Visitor(at % 2 ? other : desk.instance(), `203.0.113.${at}`).signIn({
          ...owner,
          password: `guess number ${at}`,
        }),
      )
      expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([401]))
      const right = await new Visitor(other, '192.0.2.200').signIn(owner)
      expect(right).toMatchObject({ status: 429, json: { code: 'too_many_attempts' } })
    })

    test('ten wrong passwords from one place shut out that place, and nobody else', async () => {
      await desk.owner()
      const guesser = desk.visitor('203.0.113.9')
      for (let tries = 0; tries < 10; tries += 1)
        await guesser.signIn({ ...owner, password: `guess ${tries}` })
      expect((await guesser.signIn(owner)).status).toBe(429)
      expect((await desk.visitor('192.0.2.1').signIn(owner)).status).toBe(200)
    })

    test('the addresses of one network of IPv6 count as one, and an IPv4 is one however it is written', async () => {
      await usedUp(50, (at) => ({ signInAddress: `2001:db8:1:1::${at.toString(16)}` }))
      expect((await desk.visitor('2001:db8:1:1:ffff::1').signIn(owner)).status).toBe(429)
      expect((await desk.visitor('2001:db8:1:2::1').signIn(owner)).status).toBe(401)
      await usedUp(50, () => ({ signInAddress: '198.51.100.9' }))
      expect((await desk.visitor('::ffff:198.51.100.9').signIn(owner)).status).toBe(429)
    })

    test('is counted for each address, whoever is tried', async () => {
      const guesser = desk.visitor('203.0.113.77')
      await usedUp(40, () => ({ signInAddress: '203.0.113.77' }))
      const tries = Array.from({ length: 10 }, (_, at) =>
        guesser.signIn({ email: `person-${at}@example.test`, password: 'x' }),
      )
      expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([401]))
      expect((await guesser.signIn(owner)).status).toBe(429)
    })

    test('those who succeed are not counted', async () => {
      await desk.owner()
      for (let times = 0; times < 15; times += 1)
        expect((await desk.visitor().signIn(owner)).status).toBe(200)
    })

    test('ends when the reader says so, here and everywhere', async () => {
      const here = await desk.owner()
      const [there, elsewhere] = [desk.visitor(), desk.visitor()]
      for (const browser of [there, elsewhere]) await browser.signIn(owner)
      const { items } = (await here.ask('/api/sessions')).json as SessionList
      expect(items.filter(({ current }) => current)).toHaveLength(1)
      expect(items).toHaveLength(3)
      const oldest = items.filter(({ current }) => !current).at(-1)!
      expect((await here.ask(`/api/sessions/${oldest.id}`, { method: 'DELETE' })).status).toBe(200)
      expect([await there.isIn(), await elsewhere.isIn()].sort()).toEqual([false, true])
      await here.ask('/api/sessions?others=1', { method: 'DELETE' })
      expect([await here.isIn(), await there.isIn(), await elsewhere.isIn()]).toEqual([true, false, false])
      await here.post('/api/auth/sign-out')
      expect(await here.isIn()).toBe(false)
    })

    test('another installation’s cookie is nobody’s', async () => {
      const browser = await desk.owner()
      const other = await newInstance(store.database, {
        AUTH_SECRET: 'another-secret-0123456789-abcdefghijk',
      })
      browser.move(other)
      expect(await browser.isIn()).toBe(false)
    })
  })

  describe('people', () => {
    test('come in by a link that works once', async () => {
      const inviter = await desk.owner()
      const made = await inviter.post('/api/invitations', { email: 'Rita@Example.test', role: 'recruiter' })
      const { token: link } = made.json as { token: string }
      expect(await everything('invitation')).not.toContain(link)
      const rita = desk.visitor()
      expect((await rita.post('/api/invitations/look', { token: link })).json).toEqual({
        email: 'rita@example.test',
        role: 'recruiter',
        issuer: null,
      })
      const accept = { token: link, name: 'Rita', password: 'six grey geese in June' }
      const racing = await Promise.all([1, 2, 3].map(() => rita.post('/api/invitations/accept', accept)))
      expect(racing.map(({ status }) => status).sort()).toEqual([200, 404, 404])
      expect((await rita.signIn({ email: 'rita@example.test', password: accept.password })).status).toBe(200)
      expect(((await rita.ask('/api/me')).json as Me).role).toBe('recruiter')
    })

    test('a link that was withdrawn, replaced or has expired lets nobody in', async () => {
      const inviter = await desk.owner()
      const invite = async () => {
        const made = await inviter.post('/api/invitations', { email: 'rita@example.test', role: 'viewer' })
        return made.json as { token: string; invitation: { id: string } }
      }
      const [first, second] = [await invite(), await invite()]
      const look = async (link: string) =>
        (await desk.visitor().post('/api/invitations/look', { token: link })).status
      expect([await look(first.token), await look(second.token)]).toEqual([404, 200])
      await inviter.ask(`/api/invitations/${second.invitation.id}`, { method: 'DELETE' })
      expect(await look(second.token)).toBe(404)
      const third = await invite()
      await store.database.pool.query(`update invitation set expires_at = now() - interval '1 minute'`)
      expect(await look(third.token)).toBe(404)
    })

    test('whoever is shut out is out at once, and comes in again when let in', async () => {
      const boss = await desk.owner()
      const { browser, email, password } = await desk.member(boss, 'recruiter')
      const { members } = (await boss.ask('/api/people')).json as People
      const { id } = members.find((member) => member.email === email)!
      const change = (body: unknown) => boss.ask(`/api/people/${id}`, { method: 'PATCH', body })
      await change({ disabled: true })
      expect(await browser.isIn()).toBe(false)
      expect((await browser.signIn({ email, password })).json).toMatchObject({ code: 'sign_in_refused' })
      await change({ disabled: false })
      expect((await browser.signIn({ email, password })).status).toBe(200)
    })

    test('another role holds from the next request on', async () => {
      const boss = await desk.owner()
      const { browser, email } = await desk.member(boss, 'viewer')
      expect((await browser.ask('/api/audit')).json).toMatchObject({ status: 403, code: 'forbidden' })
      const { members } = (await boss.ask('/api/people')).json as People
      const { id } = members.find((member) => member.email === email)!
      await boss.ask(`/api/people/${id}`, { method: 'PATCH', body: { role: 'owner' } })
      expect((await browser.ask('/api/audit')).status).toBe(200)
    })

    test('two owners who demote each other at once leave one', async () => {
      const boss = await desk.owner()
      const { browser: other } = await desk.member(boss, 'owner')
      const idOf = async (browser: Visitor) => ((await browser.ask('/api/me')).json as Me).id
      const [bossId, otherId] = [await idOf(boss), await idOf(other)]
      const demote = (by: Visitor, id: string) =>
        by.ask(`/api/people/${id}`, { method: 'PATCH', body: { role: 'viewer' } })
      await Promise.all([demote(boss, otherId), demote(other, bossId)])
      const { rows } = await store.database.pool.query<{ role: string }>('select role from auth_user')
      expect(rows.filter(({ role }) => role === 'owner')).toHaveLength(1)
    })
  })

  test('what an owner made to let people in opens nothing once they are shut out', async () => {
    const boss = await desk.owner()
    const { browser: other, email } = await desk.member(boss, 'owner')
    const { id: bossId } = (await boss.ask('/api/me')).json as Me
    const { token: reset } = (await other.post(`/api/people/${bossId}/reset-link`)).json as { token: string }
    const invited = await other.post('/api/invitations', { email: 'back@example.test', role: 'owner' })
    const { token: door } = invited.json as { token: string }
    const { members } = (await boss.ask('/api/people')).json as People
    const { id } = members.find((member) => member.email === email)!
    await boss.ask(`/api/people/${id}`, { method: 'PATCH', body: { disabled: true } })
    const newPassword = 'nine lanterns on the pier'
    expect(
      (await desk.visitor().post('/api/auth/reset-password', { token: reset, newPassword })).status,
    ).toBe(404)
    expect((await desk.visitor().post('/api/invitations/look', { token: door })).status).toBe(404)
  })

  test('a change and its note in the log are made together or not at all', async () => {
    const boss = await desk.owner()
    const { browser } = await desk.member(boss, 'viewer')
    const { id } = (await browser.ask('/api/me')).json as Me
    await store.database.pool.query('alter table audit_event rename to audit_event_away')
    try {
      const refused = await boss.ask(`/api/people/${id}`, { method: 'PATCH', body: { role: 'owner' } })
      expect(refused.status).toBe(500)
    } finally {
      await store.database.pool.query('alter table audit_event_away rename to audit_event')
    }
    expect(((await browser.ask('/api/me')).json as Me).role).toBe('viewer')
  })

  test('the audit log has who came in, who did not, and who changed what', async () => {
    const boss = await desk.owner()
    await desk.member(boss, 'viewer')
    await desk.visitor().signIn({ ...owner, password: 'a wrong one, by far' })
    await desk
      .visitor()
      .signIn({ email: 'my password by mistake@example.test'.replaceAll(' ', ''), password: 'x' })
    const { entries } = (await boss.ask('/api/audit')).json as AuditPage
    expect(entries.map(({ action, actorName, subject }) => [action, actorName, subject]).reverse()).toEqual([
      ['setup.done', 'Olive Owner', 'olive@example.test'],
      ['sign_in.done', 'Olive Owner', null],
      ['invitation.made', 'Olive Owner', 'viewer@example.test'],
      ['invitation.accepted', 'A viewer', 'viewer@example.test'],
      ['sign_in.done', 'A viewer', null],
      ['sign_in.failed', 'Olive Owner', 'olive@example.test'],
      ['sign_in.failed', 'Nobody', null],
    ])
    expect(entries.every(({ address }) => address === '198.51.100.7')).toBe(true)
    const csv = (await boss.ask('/api/audit/export?action=sign_in')).text
    expect(csv.split('\r\n').filter((line) => line.includes('sign_in.'))).toHaveLength(4)
    expect(await everything('audit_event')).not.toMatch(/harbour|mistake/)
  })
})
