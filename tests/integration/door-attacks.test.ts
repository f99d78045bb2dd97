import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Me } from '@/lib/contracts/people'
import { authPaths } from '@/lib/server/http/auth-paths'
import { doorDesk, owner, type Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { hostileCall } from './hostile-calls'
import { codeOf } from './one-time-code'
import { linkRequest } from './shared-people'

const newPassword = 'nine lanterns on the pier'

onEachEngine('what a stranger tries at the door', (store) => {
  const desk = doorDesk(store)
  const idOf = async (browser: Visitor) => ((await browser.ask('/api/me')).json as Me).id
  const demote = (by: Visitor, id: string) =>
    by.ask(`/api/people/${id}`, { method: 'PATCH', body: { role: 'viewer' } })
  const resetLink = async (by: Visitor, id: string) =>
    ((await by.post(`/api/people/${id}/reset-link`)).json as { token?: string }).token
  const reset = async (link: string) =>
    (await desk.visitor().post('/api/auth/reset-password', { token: link, newPassword })).status

  describe('an owner who is demoted', () => {
    test('keeps none of the invitations and reset links of that instant', async () => {
      const boss = await desk.owner()
      const { browser: friend } = await desk.member(boss, 'viewer')
      const friendId = await idOf(friend)
      const { browser: other } = await desk.member(boss, 'owner')
      const invite = (at: number) =>
        other.post('/api/invitations', { email: `back-${at}@example.test`, role: 'owner' })
      const [invited, links] = await Promise.all([
        Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(invite)),
        Promise.all([0, 1, 2, 3].map(() => resetLink(other, friendId))),
        demote(boss, await idOf(other)),
      ])
      for (const { json } of invited) {
        const { token } = json as { token?: string }
        if (!token) continue
        const accept = { token, name: 'Back again', password: newPassword }
        expect((await desk.visitor().post('/api/invitations/accept', accept)).status).toBe(404)
      }
      for (const link of links) if (link) expect(await reset(link)).toBe(404)
    })

    test('lets nobody in by an invitation or a link that a demotion has missed', async () => {
      const boss = await desk.owner()
      const { browser: other } = await desk.member(boss, 'owner')
      const made = await other.post('/api/invitations', { email: 'back@example.test', role: 'owner' })
      const { token } = made.json as { token: string }
      const link = await resetLink(other, await idOf(boss))
      await store.database.pool.query(`update auth_user set role = 'viewer' where email like 'owner@%'`)
      const accept = { token, name: 'Back again', password: newPassword }
      expect((await desk.visitor().post('/api/invitations/accept', accept)).status).toBe(404)
      expect(await reset(link!)).toBe(404)
    })

    test('ends nobody else’s sign-in that is half done', async () => {
      const boss = await desk.owner()
      const { browser: other } = await desk.member(boss, 'owner')
      const begun = await boss.post('/api/auth/two-factor/enable', { password: owner.password })
      const { totpURI } = begun.json as { totpURI: string }
      await boss.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) })
      const again = desk.visitor()
      expect((await again.signIn(owner)).json).toMatchObject({ twoFactorRedirect: true })
      expect((await demote(other, await idOf(other))).status).toBe(200)
      const code = codeOf(totpURI, Date.now() + 30_000)
      expect((await again.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(200)
      expect(await again.isIn()).toBe(true)
    })

    test('voids the links they made themselves, and nobody else’s', async () => {
      const boss = await desk.owner()
      const { browser: rita } = await desk.member(boss, 'viewer')
      const { browser: vera } = await desk.member(boss, 'recruiter')
      const { browser: other } = await desk.member(boss, 'owner')
      const theirs = await resetLink(other, await idOf(vera))
      const ours = await resetLink(boss, await idOf(rita))
      expect((await demote(other, await idOf(other))).status).toBe(200)
      expect(await reset(theirs!)).toBe(404)
      expect(await reset(ours!)).toBe(200)
    })
  })

  test('whoever may spend no more buys nothing by a fetch that began before', async () => {
    const boss = await desk.owner()
    const { browser: rita } = await desk.member(boss, 'recruiter')
    const id = await idOf(rita)
    const actor = { id, name: 'Rita', role: 'recruiter' as const, sessionId: null, address: null }
    const begun = await desk.instance().servicesFor(actor)
    const buy = (kind: 'next' | 'complete') =>
      begun.fetchCandidates(
        { jobId: '4123456789', account: null },
        { kind, maxCredits: 50 },
        { idempotencyKey: null },
      )
    await demote(boss, id)
    await expect(buy('next')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(buy('complete')).rejects.toMatchObject({ code: 'forbidden' })
    await boss.ask(`/api/people/${id}`, { method: 'PATCH', body: { role: 'recruiter', disabled: true } })
    await expect(buy('next')).rejects.toMatchObject({ code: 'sign_in_required' })
    expect((await store.database.pool.query('select id from "fetch"')).rows).toEqual([])
  })

  test('forty codes at once are not all judged before the first of them has been counted', async () => {
    const browser = await desk.owner()
    const { password } = owner
    const begun = await browser.post('/api/auth/two-factor/enable', { password })
    const { totpURI } = begun.json as { totpURI: string }
    await browser.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) })
    const guessers = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const guesser = desk.visitor(`203.0.113.${at}`)
        await guesser.signIn(owner)
        return guesser
      }),
    )
    const right = codeOf(totpURI, Date.now() + 30_000)
    const guesses = Array.from({ length: 40 }, (_, at) =>
      guessers[at % 8]!.post('/api/auth/two-factor/verify-totp', {
        code: String((Number(right) + 1 + at) % 1_000_000).padStart(6, '0'),
      }),
    )
    const answers = await Promise.all(guesses)
    const judged = answers.filter(({ json }) => JSON.stringify(json).includes('The code is wrong'))
    expect(judged.length).toBeLessThanOrEqual(10)
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(30)
  })

  test('one network of IPv6 is one address for an account, too', async () => {
    await desk.owner()
    for (let tries = 0; tries < 10; tries += 1) {
      const guesser = desk.visitor(`2001:db8:7:7::${tries}`)
      expect((await guesser.signIn({ ...owner, password: `guess ${tries}` })).status).toBe(401)
    }
    expect((await desk.visitor('2001:db8:7:7:9::9').signIn(owner)).status).toBe(429)
    expect((await desk.visitor('2001:db8:7:8::9').signIn(owner)).status).toBe(200)
  })

  const cookies = [
    'shortlist.two_factor=%',
    'shortlist.two_factor=%E0%A4%A',
    'shortlist.two_factor=%00.x',
    'é=ü',
  ]
  test.each(cookies)('a cookie that cannot be read is nobody’s: %s', async (cookie) => {
    for (const kind of ['totp', 'backup-code']) {
      const answer = await desk.visitor().ask(`/api/auth/two-factor/verify-${kind}`, {
        method: 'POST',
        body: { code: '123456' },
        headers: { cookie },
      })
      expect(answer.status, answer.text).toBe(401)
    }
  })

  test('whatever is sent to an address of the door is refused, and never as if the fault were ours', async () => {
    await desk.owner()
    let calls = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(authPaths)),
        hostileCall,
        async (path, { headers: { cookie = '' }, body }) => {
          calls += 1
          // From another place each time: what is counted there must not answer for what lies behind.
          const browser = desk.visitor(`198.51.${calls >> 8}.${calls & 255}`)
          const { method } = authPaths[path]!
          const sent = method === 'GET' ? {} : { rawBody: body }
          const answer = await browser.ask(`/api/auth/${path}`, { method, headers: { cookie }, ...sent })
          expect(answer.status, `${path} ${cookie} ${body.slice(0, 200)} ${answer.text}`).toBeLessThan(500)
        },
      ),
      { seed: 20_260_401, numRuns: 60, interruptAfterTimeLimit: 15_000 },
    )
  })

  test('a token, an id or a name with a NUL is refused, not looked for', async () => {
    const boss = await desk.owner()
    const answers = [
      await desk.visitor().post('/api/auth/reset-password', { token: 'a\0b', newPassword }),
      await desk.visitor().post('/api/invitations/look', { token: 'a\0b' }),
      await boss.post('/api/share-links', linkRequest({ jobId: '41\0' })),
      await boss.ask('/api/people/%00abc', { method: 'PATCH', body: { role: 'viewer' } }),
      await boss.ask('/api/audit?who=%00abc'),
    ]
    for (const { status, text } of answers) expect(status, text).toBeLessThan(500)
    for (const { status, text } of answers) expect(status, text).toBeGreaterThanOrEqual(200)
  })

  const nobodys = ['%00abc', 'in/abc%00', 'abc\0', 'abc\ud800', '\udfffabc']
  test.each(nobodys)('%j names nobody to look for, hand out or erase', async (publicIdentifier) => {
    const boss = await desk.owner()
    for (const what of ['person-lookups', 'person-exports', 'erasures']) {
      const answer = await boss.post(`/api/${what}`, { publicIdentifier })
      expect(answer.status, `${what} ${answer.text}`).toBe(400)
    }
  })

  test.each(['0000-01-01', '0001-01-01', '9999-12-31'])('the audit log knows the day %s', async (day) => {
    const boss = await desk.owner()
    for (const name of ['from', 'to']) {
      const answer = await boss.ask(`/api/audit?${name}=${day}`)
      expect(answer.status, answer.text).toBeLessThan(500)
    }
    const everything = await boss.ask('/api/audit?from=0001-01-01&to=9999-12-31')
    expect((everything.json as { entries: unknown[] }).entries.length).toBeGreaterThan(0)
  })
})
