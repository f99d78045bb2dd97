import { expect, test } from 'vitest'
import type { Me } from '@/lib/contracts/people'
import { doorDesk, owner } from './door-desk'
import { onEachEngine } from './engines'

onEachEngine('passwords', (store) => {
  const desk = doorDesk(store)
  const { everything } = desk

  test('changing one ends every other session', async () => {
    const here = await desk.owner()
    const there = desk.visitor()
    await there.signIn(owner)
    const newPassword = 'a louder harbour at dusk'
    const change = { currentPassword: owner.password, newPassword }
    expect(
      (await here.post('/api/auth/change-password', { ...change, currentPassword: 'wrong' })).json,
    ).toMatchObject({ code: 'sign_in_refused' })
    expect(
      (await here.post('/api/auth/change-password', { ...change, newPassword: 'password1234' })).json,
    ).toMatchObject({ code: 'password_not_usable' })
    expect((await here.post('/api/auth/change-password', change)).status).toBe(200)
    expect([await here.isIn(), await there.isIn()]).toEqual([true, false])
    expect((await there.signIn(owner)).status).toBe(401)
    expect((await there.signIn({ ...owner, password: newPassword })).status).toBe(200)
  })

  test('an owner’s link lets somebody choose a new one, once', async () => {
    const boss = await desk.owner()
    const { browser, email } = await desk.member(boss, 'viewer')
    const { id } = (await browser.ask('/api/me')).json as Me
    const { token: link } = (await boss.post(`/api/people/${id}/reset-link`)).json as { token: string }
    expect(await everything('auth_verification')).not.toContain(link)
    const looked = await desk.visitor().post('/api/password-resets/look', { token: link })
    expect(looked.json).toEqual({ email })
    const newPassword = 'nine lanterns on the pier'
    const reset = () => desk.visitor().post('/api/auth/reset-password', { token: link, newPassword })
    const racing = await Promise.all([reset(), reset()])
    expect(racing.map(({ status }) => status).sort()).toEqual([200, 404])
    expect(await browser.isIn()).toBe(false)
    expect((await browser.signIn({ email, password: newPassword })).status).toBe(200)
  })

  test('a newer link for a password, or a change of it, takes the older ones away', async () => {
    const boss = await desk.owner()
    const { browser, password } = await desk.member(boss, 'viewer')
    const { id } = (await browser.ask('/api/me')).json as Me
    const make = async () =>
      ((await boss.post(`/api/people/${id}/reset-link`)).json as { token: string }).token
    const [first, second] = [await make(), await make()]
    const newPassword = 'nine lanterns on the pier'
    const reset = async (link: string) =>
      (await desk.visitor().post('/api/auth/reset-password', { token: link, newPassword })).status
    expect(await reset(first)).toBe(404)
    await browser.post('/api/auth/change-password', { currentPassword: password, newPassword })
    expect(await reset(second)).toBe(404)
  })

  test('nobody builds a password on their own name or address, whichever way they choose it', async () => {
    const boss = await desk.owner()
    const refusal = { status: 400, json: { code: 'password_not_usable' } }
    const invited = await boss.post('/api/invitations', { email: 'vera.quill@example.test', role: 'viewer' })
    const { token: link } = invited.json as { token: string }
    const accept = (password: string) =>
      desk.visitor().post('/api/invitations/accept', { token: link, name: 'V.', password })
    expect(await accept('Vera.Quill@example1')).toMatchObject(refusal)
    expect((await accept('seven kettles in a row')).status).toBe(200)

    const vera = desk.visitor()
    await vera.signIn({ email: 'vera.quill@example.test', password: 'seven kettles in a row' })
    const change = { currentPassword: 'seven kettles in a row', newPassword: 'vera-quill-2026' }
    expect(await vera.post('/api/auth/change-password', change)).toMatchObject(refusal)

    const { id } = (await vera.ask('/api/me')).json as Me
    const made = await boss.post(`/api/people/${id}/reset-link`)
    const { token: reset } = made.json as { token: string }
    const choose = (newPassword: string) =>
      desk.visitor().post('/api/auth/reset-password', { token: reset, newPassword })
    expect(await choose('QuillVera12!')).toMatchObject(refusal)
    expect((await choose('eight kettles in a row')).status).toBe(200)
  })
})
