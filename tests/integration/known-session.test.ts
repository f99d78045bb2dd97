import { describe, expect, test } from 'vitest'
import type { Me, People } from '@/lib/contracts/people'
import { sweepSignIn } from '@/lib/server/auth/store/sessions'
import { doorDesk, newInstance, owner, type Visitor } from './door-desk'
import { onEachEngine } from './engines'

onEachEngine('a session that two servers know', (store) => {
  const desk = doorDesk(store)
  const query = (text: string) => store.database.pool.query(text)

  /** A member who was served by two instances, each of which knows their cookie by now; asked at both at once. */
  async function knownMember(role: 'owner' | 'recruiter' | 'viewer') {
    const boss = await desk.owner()
    const { browser, email, password } = await desk.member(boss, role)
    const instances = [desk.instance(), await newInstance(store.database)]
    /** What each server answers, one after the other. */
    const atBoth = async <T>(ask: (browser: Visitor) => Promise<T>): Promise<T[]> => {
      const answers: T[] = []
      for (const instance of instances) {
        browser.move(instance)
        answers.push(await ask(browser))
      }
      browser.move(instances[0]!)
      return answers
    }
    const isIn = () => atBoth((each) => each.isIn())
    expect(await isIn()).toEqual([true, true])
    expect(await isIn()).toEqual([true, true])
    const { members } = (await boss.ask('/api/people')).json as People
    const { id } = members.find((member) => member.email === email)!
    const change = async (body: unknown) =>
      expect((await boss.ask(`/api/people/${id}`, { method: 'PATCH', body })).status).toBe(200)
    return { boss, browser, id, email, password, instances, atBoth, isIn, change }
  }

  describe('is refused by both from the next request on', () => {
    test('when it is signed out at one of them', async () => {
      const { browser, instances, isIn } = await knownMember('recruiter')
      const cookie = browser.cookie
      browser.move(instances[1]!)
      expect((await browser.post('/api/auth/sign-out')).status).toBe(200)
      expect(await isIn()).toEqual([false, false])
      // Somebody who kept a copy of the cookie is no better off.
      for (const { signIn } of instances) {
        expect(await signIn.identify(new Headers({ cookie }))).toBeNull()
      }
    })

    test('when it is revoked from another browser, and the other session goes on', async () => {
      const { email, password, isIn } = await knownMember('recruiter')
      const other = desk.visitor()
      await other.signIn({ email, password })
      await other.ask('/api/sessions?others=1', { method: 'DELETE' })
      expect(await isIn()).toEqual([false, false])
      expect(await other.isIn()).toBe(true)
    })

    test.each([false, true])('when it has expired; swept away: %s', async (swept) => {
      const { id, isIn } = await knownMember('viewer')
      await query(`update auth_session set expires_at = now() - interval '1 second' where user_id = '${id}'`)
      if (swept) await sweepSignIn(store.database.db)
      expect(await isIn()).toEqual([false, false])
    })

    test('when its member is shut out, who has to sign in again when let in again', async () => {
      const { id, change, isIn } = await knownMember('recruiter')
      await change({ disabled: true })
      expect(await isIn()).toEqual([false, false])
      await change({ disabled: false })
      expect(await isIn()).toEqual([false, false])
      expect((await query(`select 1 from auth_session where user_id = '${id}'`)).rows).toEqual([])
    })

    test('when the store says that its member is shut out, and nothing else has changed', async () => {
      const { id, isIn } = await knownMember('recruiter')
      await query(`update auth_user set disabled_at = now() where id = '${id}'`)
      expect(await isIn()).toEqual([false, false])
      await query(`update auth_user set disabled_at = null where id = '${id}'`)
      expect(await isIn()).toEqual([true, true])
    })
  })

  test('has another role at both from the next request on, up and down', async () => {
    const { atBoth, change } = await knownMember('viewer')
    const audit = () => atBoth(async (each) => (await each.ask('/api/audit')).status)
    const role = () => atBoth(async (each) => ((await each.ask('/api/me')).json as Me).role)
    expect(await audit()).toEqual([403, 403])
    await change({ role: 'owner' })
    expect([await audit(), await role()]).toEqual([
      [200, 200],
      ['owner', 'owner'],
    ])
    await change({ role: 'recruiter' })
    expect([await audit(), await role()]).toEqual([
      [403, 403],
      ['recruiter', 'recruiter'],
    ])
  })

  test('is of nobody else: a cookie that was changed, cut or signed elsewhere is not known by it', async () => {
    const { browser, instances } = await knownMember('recruiter')
    const { cookie } = browser
    const stranger = await newInstance(store.database, {
      AUTH_SECRET: 'another-secret-0123456789-abcdefghijk',
    })
    expect(await stranger.signIn.identify(new Headers({ cookie }))).toBeNull()
    const at = cookie.lastIndexOf('.') + 3
    const changed = `${cookie.slice(0, at)}${cookie[at] === 'A' ? 'B' : 'A'}${cookie.slice(at + 1)}`
    for (const { signIn } of instances) {
      expect(await signIn.identify(new Headers({ cookie }))).toMatchObject({ role: 'recruiter' })
      for (const other of [changed, cookie.slice(0, -8)]) {
        expect(await signIn.identify(new Headers({ cookie: other }))).toBeNull()
      }
    }
  })

  test('two members at one server are told apart', async () => {
    const { boss, browser } = await knownMember('viewer')
    const names = async () =>
      Promise.all([boss, browser].map(async (each) => ((await each.ask('/api/me')).json as Me).name))
    expect(await names()).toEqual([owner.name, 'A viewer'])
    expect(await names()).toEqual([owner.name, 'A viewer'])
  })
})
