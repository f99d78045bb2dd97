import { expect, onTestFinished, test, vi } from 'vitest'
import { openSetup } from '@/lib/server/auth/setup-token'
import { newInstance, owner, token, Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { slot } from './http-desk'
import { startMail } from './mail-server'
import { soon } from '../soon'

onEachEngine('mail', (store) => {
  async function desk(more: Record<string, string>) {
    const instance = await newInstance(store.database, more)
    onTestFinished(() => void Reflect.deleteProperty(globalThis, slot))
    await openSetup(store.database.db, token)
    const boss = new Visitor(instance)
    await boss.post('/api/setup', { token, ...owner })
    await boss.signIn(owner)
    return { instance, boss }
  }
  const linkIn = (text: string, page: string) =>
    new RegExp(`http://127\\.0\\.0\\.1:3000/${page}#([\\w-]+)`).exec(text)?.[1]

  test('an invitation is sent, and its link opens the door', async () => {
    const { url, mails } = await startMail()
    const { instance, boss } = await desk({ SMTP_URL: url, MAIL_FROM: 'Shortlist <desk@example.test>' })
    const made = await boss.post('/api/invitations', { email: 'rita@example.test', role: 'recruiter' })
    expect(made.json).toMatchObject({ mailed: true })
    expect(mails).toMatchObject([{ from: 'desk@example.test', to: ['rita@example.test'] }])
    const link = linkIn(mails[0]!.text, 'invitation')
    const looked = await new Visitor(instance).post('/api/invitations/look', { token: link })
    expect(looked.json).toMatchObject({ email: 'rita@example.test' })
  })

  test('a forgotten password is chosen anew by a link that only its owner gets', async () => {
    const { url, mails } = await startMail()
    const { instance } = await desk({ SMTP_URL: url })
    const browser = new Visitor(instance)
    const ask = (email: string) => browser.post('/api/auth/request-password-reset', { email })
    const [known, nobody] = [await ask(owner.email), await ask('nobody@example.test')]
    expect(nobody.text).toBe(known.text)
    // Nobody waits for it: the time would tell.
    await vi.waitFor(() => expect(mails.map(({ to }) => to)).toEqual([[owner.email]]), soon)
    const link = linkIn(mails[0]!.text, 'new-password')
    const newPassword = 'nine lanterns on the pier'
    const reset = { token: link, newPassword }
    expect((await browser.post('/api/auth/reset-password', reset)).status).toBe(200)
    expect((await browser.signIn({ ...owner, password: newPassword })).status).toBe(200)
    for (let more = 0; more < 4; more += 1) await ask(owner.email)
    expect((await ask(owner.email)).status).toBe(429)
  })

  test('a newer mailed link for a new password voids the older ones', async () => {
    const { url, mails } = await startMail()
    const { instance } = await desk({ SMTP_URL: url })
    const browser = new Visitor(instance)
    for (const sent of [1, 2]) {
      await browser.post('/api/auth/request-password-reset', { email: owner.email })
      await vi.waitFor(() => expect(mails).toHaveLength(sent), soon)
    }
    const [older, newer] = mails.map(({ text }) => linkIn(text, 'new-password'))
    expect(older).not.toBe(newer)
    const look = async (link = '') =>
      (await browser.post('/api/password-resets/look', { token: link })).status
    expect(await look(older)).toBeGreaterThanOrEqual(400)
    expect(await look(newer)).toBe(200)
    const password = 'nine lanterns on the pier'
    const reset = (link = '') =>
      browser.post('/api/auth/reset-password', { token: link, newPassword: password })
    expect((await reset(older)).status).toBe(404)
    expect((await browser.signIn({ ...owner, password })).status).toBe(401)
    expect((await reset(newer)).status).toBe(200)
    expect((await browser.signIn({ ...owner, password })).status).toBe(200)
  })

  test('when the mail server is away the invitation stands, and its link is there to be copied', async () => {
    const { url, close } = await startMail()
    await close()
    const { instance, boss } = await desk({ SMTP_URL: url })
    const made = await boss.post('/api/invitations', { email: 'rita@example.test', role: 'viewer' })
    expect(made).toMatchObject({ status: 200, json: { mailed: false } })
    const { token: link } = made.json as { token: string }
    expect((await new Visitor(instance).post('/api/invitations/look', { token: link })).status).toBe(200)
    expect(instance.lines.join('\n')).toContain('a mail could not be sent')
    expect(instance.lines.join('\n')).not.toContain(link)
  })
})
