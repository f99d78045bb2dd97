import { expect, onTestFinished, test } from 'vitest'
import type { Me } from '@/lib/contracts/people'
import { openSetup } from '@/lib/server/auth/setup-token'
import { newInstance, owner, token, Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { slot } from './http-desk'
import { client, signInThere, startIssuer } from './issuer'

const redirectUri = 'http://127.0.0.1:3000/api/auth/callback/oidc'
const rita = { email: 'rita@example.test', verified: true, name: 'Rita Recruiter' }

onEachEngine('signing in through an identity provider', (store) => {
  async function desk(identity = rita) {
    const { issuer, asked, close, state } = await startIssuer(identity, redirectUri)
    const instance = await newInstance(store.database, {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
    })
    onTestFinished(() => void Reflect.deleteProperty(globalThis, slot))
    await openSetup(store.database.db, token)
    const boss = new Visitor(instance)
    await boss.post('/api/setup', { token, ...owner })
    await boss.signIn(owner)
    return { instance, asked, close, state, boss }
  }

  /** Rita accepts her invitation without a password. */
  async function inviteRita(boss: Visitor, browser: Visitor) {
    const made = await boss.post('/api/invitations', { email: rita.email, role: 'recruiter' })
    const { token: link } = made.json as { token: string }
    const accept = { token: link, name: 'Rita', password: null }
    expect((await browser.post('/api/invitations/accept', accept)).status).toBe(200)
  }

  async function goThere(browser: Visitor, returnTo = '/jobs/4123456789?top=1') {
    const begun = await browser.post('/api/auth/sign-in/social', { returnTo })
    expect(begun.status, begun.text).toBe(200)
    return (begun.json as { url: string }).url
  }
  const comeBack = (browser: Visitor, back: URL) => browser.ask(`${back.pathname}${back.search}`)

  test('who was invited comes in, with a proof key, a state and a nonce, and is led back', async () => {
    const { instance, asked, boss } = await desk()
    const browser = new Visitor(instance)
    await inviteRita(boss, browser)
    const back = await signInThere(await goThere(browser), redirectUri)
    const answer = await comeBack(browser, back)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/jobs/4123456789?top=1')
    expect((await browser.ask('/api/me')).json as Me).toMatchObject({ email: rita.email, role: 'recruiter' })
    const { search } = asked.find(({ path }) => path === '/auth')!
    expect(search.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(search.get(name)?.length).toBeGreaterThan(20)
    // Its tokens are kept nowhere.
    const tokens = 'select coalesce(access_token, refresh_token, id_token) as token from auth_account'
    const { rows } = await store.database.pool.query(tokens)
    expect(rows).toEqual([{ token: null }, { token: null }])
    // The same address once more opens nothing.
    expect((await comeBack(new Visitor(instance), back)).headers.get('location')).toContain('error=')
  })

  test('who was not invited stays out, and no account is made', async () => {
    const { instance } = await desk()
    const browser = new Visitor(instance)
    const answer = await comeBack(browser, await signInThere(await goThere(browser), redirectUri))
    expect(answer.headers.get('location')).toMatch(/^(http:\/\/127\.0\.0\.1:3000)?\/sign-in\?error=/)
    expect(await browser.isIn()).toBe(false)
    expect((await store.database.pool.query('select id from auth_user')).rowCount).toBe(1)
  })

  test('an address that the provider has not verified is nobody’s', async () => {
    const { instance, boss } = await desk({ ...rita, verified: false })
    const browser = new Visitor(instance)
    await inviteRita(boss, browser)
    const answer = await comeBack(browser, await signInThere(await goThere(browser), redirectUri))
    expect(answer.headers.get('location')).toContain('error=')
    expect(await browser.isIn()).toBe(false)
  })

  test('another subject with the same address is somebody else', async () => {
    const { instance, boss, state } = await desk()
    const [first, second] = [new Visitor(instance), new Visitor(instance)]
    await inviteRita(boss, first)
    await comeBack(first, await signInThere(await goThere(first), redirectUri))
    expect(await first.isIn()).toBe(true)
    state.subject = 'person-2'
    const answer = await comeBack(second, await signInThere(await goThere(second), redirectUri))
    expect(answer.headers.get('location')).toContain('error=')
    expect(await second.isIn()).toBe(false)
    const subjects = `select account_id from auth_account where provider_id = 'oidc'`
    expect((await store.database.pool.query(subjects)).rows).toEqual([{ account_id: 'person-1' }])
  })

  test('an answer without an ID token lets nobody in', async () => {
    const { instance, boss, state } = await desk()
    const browser = new Visitor(instance)
    await inviteRita(boss, browser)
    state.withoutIdToken = true
    const answer = await comeBack(browser, await signInThere(await goThere(browser), redirectUri))
    expect(answer.headers.get('location')).toContain('error=')
    expect(await browser.isIn()).toBe(false)
  })

  test('an answer that belongs to another browser’s question is refused', async () => {
    const { instance, boss } = await desk()
    const [victim, attacker] = [new Visitor(instance), new Visitor(instance)]
    await inviteRita(boss, attacker)
    const back = await signInThere(await goThere(attacker), redirectUri)
    const answer = await comeBack(victim, back)
    expect(answer.headers.get('location')).toContain('error=')
    expect(await victim.isIn()).toBe(false)
  })

  test.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)', '/api/me'])(
    'nobody is led to %s',
    async (returnTo) => {
      const { instance, boss } = await desk()
      const browser = new Visitor(instance)
      await inviteRita(boss, browser)
      const back = await signInThere(await goThere(browser, returnTo), redirectUri)
      expect((await comeBack(browser, back)).headers.get('location')).toBe('/')
    },
  )

  test('a provider that is away is said so, and passwords still work', async () => {
    const { instance, close } = await desk()
    await close()
    const browser = new Visitor(instance)
    const refused = await browser.post('/api/auth/sign-in/social', {})
    expect(refused).toMatchObject({ status: 503, json: { code: 'issuer_unreachable' } })
    expect((await browser.signIn(owner)).status).toBe(200)
  })
})
