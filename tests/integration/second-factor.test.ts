import { expect, test } from 'vitest'
import type { AuditPage } from '@/lib/contracts/audit'
import { doorDesk, owner, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { codeOf } from './one-time-code'

onEachEngine('a second factor', (store) => {
  const desk = doorDesk(store)
  const { everything } = desk

  const turnOn = async (browser: Visitor) => {
    const { password } = owner
    const begun = await browser.post('/api/auth/two-factor/enable', { password })
    const { totpURI, backupCodes } = begun.json as { totpURI: string; backupCodes: string[] }
    const verified = await browser.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) })
    expect(verified.status, verified.text).toBe(200)
    return { uri: totpURI, codes: backupCodes }
  }

  test('is asked for after the password, and a recovery code works once in its place', async () => {
    const { uri, codes } = await turnOn(await desk.owner())
    const secret = new URL(uri).searchParams.get('secret')!
    expect(await everything('auth_two_factor')).not.toContain(secret)
    const browser = desk.visitor()
    expect((await browser.signIn(owner)).json).toMatchObject({ twoFactorRedirect: true })
    expect(await browser.isIn()).toBe(false)
    const code = (given: string, of = browser) => of.post('/api/auth/two-factor/verify-totp', { code: given })
    // The one that turned it on was good for that.
    const next = codeOf(uri, Date.now() + 30_000)
    const wrong = codeOf(uri) === '000000' ? '000001' : '000000'
    expect((await code(wrong)).json).toMatchObject({ status: 401, code: 'sign_in_refused' })
    expect((await code(next)).status).toBe(200)
    expect(await browser.isIn()).toBe(true)
    // Who looked over the shoulder cannot use it again.
    const thief = desk.visitor()
    await thief.signIn(owner)
    expect((await code(next, thief)).json).toMatchObject({ code: 'sign_in_refused' })
    expect(await thief.isIn()).toBe(false)

    const recover = async () => {
      const other = desk.visitor()
      await other.signIn(owner)
      await other.post('/api/auth/two-factor/verify-backup-code', {
        code: codes[0]!.toUpperCase().replace('-', ''),
      })
      return other.isIn()
    }
    expect([await recover(), await recover()]).toEqual([true, false])
  })

  test('turning it on ends what was signed in by the password alone', async () => {
    const here = await desk.owner()
    const there = desk.visitor()
    await there.signIn(owner)
    await turnOn(here)
    expect([await here.isIn(), await there.isIn()]).toEqual([true, false])
    const { entries } = (await here.ask('/api/audit?action=two_factor')).json as AuditPage
    expect(entries.map(({ action }) => action)).toEqual(['two_factor.enabled', 'two_factor.begun'])
  })

  test('the log names a wrong password or code only where one was given', async () => {
    const browser = await desk.owner()
    const { password } = owner
    const told = async () =>
      ((await browser.ask('/api/audit')).json as AuditPage).entries
        .map(({ action }) => action)
        .filter((action) => /^(password|two_factor|sign_in\.code_refused)/.test(action))
    await browser.post('/api/auth/change-password', { currentPassword: password, newPassword: 'short' })
    await browser.post('/api/auth/two-factor/generate-backup-codes', { password })
    await browser.post('/api/auth/two-factor/disable', { password })
    expect(await told()).toEqual([])
    await browser.post('/api/auth/two-factor/disable', { password: 'not the one' })
    expect(await told()).toEqual(['password.refused'])

    const { uri, codes } = await turnOn(browser)
    await browser.post('/api/auth/two-factor/enable', { password })
    await desk.visitor().post('/api/auth/two-factor/verify-totp', { code: '123456' })
    expect((await told()).length).toBe(3)
    const later = codeOf(uri, Date.now() + 30_000)
    const [first, second] = [desk.visitor(), desk.visitor()]
    for (const each of [first, second]) {
      await each.signIn(owner)
      await each.post('/api/auth/two-factor/verify-totp', { code: later })
    }
    expect([await first.isIn(), await second.isIn()]).toEqual([true, false])
    expect((await told()).filter((action) => action === 'sign_in.code_refused')).toHaveLength(1)

    const both = [desk.visitor(), desk.visitor()]
    for (const each of both) await each.signIn(owner)
    const answers = await Promise.all(
      both.map((each, at) => each.post('/api/auth/two-factor/verify-backup-code', { code: codes[at] })),
    )
    for (const { status, json } of answers) {
      if (status === 200) continue
      expect(json).toMatchObject({
        code: 'sign_in_refused',
        detail: expect.stringContaining('Try this one again'),
      })
    }
    expect((await told()).filter((action) => action === 'sign_in.code_refused')).toHaveLength(1)
  })

  test('codes cannot be tried without end', async () => {
    await turnOn(await desk.owner())
    const browser = desk.visitor('192.0.2.77')
    await browser.signIn(owner)
    const answers = []
    for (let tries = 0; tries < 25; tries += 1) {
      const code = String(tries).padStart(6, '0')
      answers.push((await browser.post('/api/auth/two-factor/verify-totp', { code })).status)
    }
    expect(answers.slice(5).every((status) => status === 401 || status === 429)).toBe(true)
    expect(answers.at(-1)).toBe(429)
    expect(await browser.isIn()).toBe(false)
  })
})
