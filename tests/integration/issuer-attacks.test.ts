import { expect, onTestFinished, test } from 'vitest'
import type { Me } from '@/lib/contracts/people'
import { openSetup } from '@/lib/server/auth/setup-token'
import { newInstance, owner, token, Visitor } from './door-desk'
import { onEachEngine } from './engines'
import { slot } from './http-desk'
import { type Claims, client, signInThere, startIssuer, toToken } from './issuer'

const redirectUri = 'http://127.0.0.1:3000/api/auth/callback/oidc'
const rita = { email: 'rita@example.test', verified: true, name: 'Rita Recruiter' }

onEachEngine('what is tried through an identity provider', (store, engine) => {
  // What a provider sends is judged before a store is asked: with one of them, each case is tried.
  const casesOf = <Case>(all: Record<string, Case>) =>
    Object.entries(all).slice(0, engine === 'postgres' ? undefined : 1)

  async function desk() {
    const { issuer, state } = await startIssuer(rita, redirectUri)
    const env = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret }
    const instance = await newInstance(store.database, env)
    onTestFinished(() => void Reflect.deleteProperty(globalThis, slot))
    await openSetup(store.database.db, token)
    const boss = new Visitor(instance)
    await boss.post('/api/setup', { token, ...owner })
    await boss.signIn(owner)
    const made = await boss.post('/api/invitations', { email: rita.email, role: 'recruiter' })
    const { token: link } = made.json as { token: string }
    const accept = { token: link, name: 'Rita', password: null }
    expect((await new Visitor(instance).post('/api/invitations/accept', accept)).status).toBe(200)
    const browser = new Visitor(instance)
    return { issuer, env, instance, state, boss, browser }
  }

  const query = (text: string) => store.database.pool.query<Record<string, unknown>>(text)
  const start = async (browser: Visitor, returnTo = '/') => {
    const begun = await browser.post('/api/auth/sign-in/social', { returnTo })
    expect(begun.status, begun.text).toBe(200)
    return (begun.json as { url: string }).url
  }
  const comeBack = (browser: Visitor, back: URL) => browser.ask(`${back.pathname}${back.search}`)
  const signInBy = async (browser: Visitor) =>
    comeBack(browser, await signInThere(await start(browser), redirectUri))
  const linked = async () =>
    (await query(`select account_id from auth_account where provider_id = 'oidc'`)).rows

  async function expectRefused(browser: Visitor, answer: Awaited<ReturnType<typeof comeBack>>) {
    expect(answer.status, answer.text).toBe(302)
    // The same to everybody: neither the provider's words nor which check failed.
    expect(answer.headers.get('location')).toBe('/sign-in?error=refused')
    expect(await browser.isIn()).toBe(false)
  }

  const now = () => Math.floor(Date.now() / 1_000)
  const without = (claims: Claims, name: string) => {
    const { [name]: _dropped, ...rest } = claims
    return rest
  }

  const forgeries: Record<string, (claims: Claims, keys: Keys) => string> = {
    'for another client': (claims, { own }) => toToken({ ...claims, aud: 'another' }, own),
    'for two clients, asked for by the other one': (claims, { own }) =>
      toToken({ ...claims, aud: [client.id, 'another'], azp: 'another' }, own),
    'for nobody': (claims, { own }) => toToken(without(claims, 'aud'), own),
    'of another issuer': (claims, { own }) => toToken({ ...claims, iss: 'https://evil.test' }, own),
    'that is over': (claims, { own }) => toToken({ ...claims, exp: now() - 60 }, own),
    'that is never over': (claims, { own }) => toToken(without(claims, 'exp'), own),
    'that is not yet good': (claims, { own }) => toToken({ ...claims, nbf: now() + 600 }, own),
    'of another question': (claims, { own }) => toToken({ ...claims, nonce: 'another' }, own),
    'of no question': (claims, { own }) => toToken(without(claims, 'nonce'), own),
    'signed by a stranger': (claims, { strange }) => toToken(claims, strange),
    'signed by nobody': (claims) => toToken(claims, null),
    'signed with the client’s secret': (claims) => toToken(claims, client.secret),
    'signed with the public key as a secret': (claims, { open }) => toToken(claims, open),
    'of nobody': (claims, { own }) => toToken(without(claims, 'sub'), own),
    'of an empty subject': (claims, { own }) => toToken({ ...claims, sub: ' ' }, own),
    'that is no token': () => 'rita',
    'with an address nobody verified': (claims, { own }) =>
      toToken({ ...claims, email_verified: false }, own),
    'without a word on the address': (claims, { own }) => toToken(without(claims, 'email_verified'), own),
    'with an address of other letters': (claims, { own }) =>
      toToken({ ...claims, email: 'rita@example.test'.replace('r', '\u{1d42b}') }, own),
    'with a list of addresses': (claims, { own }) =>
      toToken({ ...claims, email: [rita.email, 'x@y.test'] }, own),
  }
  test.each(casesOf(forgeries))('an ID token %s lets nobody in', async (_, forge) => {
    const { state, browser } = await desk()
    state.forge = forge
    await expectRefused(browser, await signInBy(browser))
    expect(await linked()).toEqual([])
    // The same person comes in by an honest one.
    state.forge = null
    await signInBy(browser)
    expect((await browser.ask('/api/me')).json as Me).toMatchObject({ email: rita.email })
  })

  test('a provider that calls itself by another address lets nobody in', async () => {
    const { state, browser } = await desk()
    state.calledItself = 'https://evil.test'
    state.forge = (claims, { own }) => toToken({ ...claims, iss: 'https://evil.test' }, own)
    const back = await signInThere(await start(browser), redirectUri)
    back.searchParams.set('iss', 'https://evil.test')
    await expectRefused(browser, await comeBack(browser, back))
    expect(await linked()).toEqual([])
  })

  test('a letter that only lower case makes the same is another address', async () => {
    const { instance, state, boss, browser } = await desk()
    const made = await boss.post('/api/invitations', { email: 'kate@example.test', role: 'owner' })
    const { token: link } = made.json as { token: string }
    const accept = { token: link, name: 'Kate', password: null }
    expect((await new Visitor(instance).post('/api/invitations/accept', accept)).status).toBe(200)
    // KELVIN SIGN, whose lower case is k.
    state.forge = (claims, { own }) => toToken({ ...claims, email: '\u212aate@example.test' }, own)
    await expectRefused(browser, await signInBy(browser))
    expect(await linked()).toEqual([])
  })

  test('what the provider says of another subject is not believed of this one', async () => {
    const { state, browser } = await desk()
    state.forge = (claims, { own }) => toToken(without(claims, 'email'), own)
    state.profile = { sub: 'person-2', email: owner.email, email_verified: true }
    await expectRefused(browser, await signInBy(browser))
    state.profile = { email: owner.email, email_verified: true }
    await expectRefused(browser, await signInBy(browser))
    expect(await linked()).toEqual([])
  })

  test('an ID token of an earlier sign-in opens nothing later', async () => {
    const { instance, state, browser } = await desk()
    let first = ''
    state.forge = (claims, { own }) => (first = toToken(claims, own))
    await signInBy(browser)
    expect(await browser.isIn()).toBe(true)
    const thief = new Visitor(instance)
    state.subject = 'person-2'
    const stolen = first
    state.forge = () => stolen
    await expectRefused(thief, await signInBy(thief))
  })

  test('a code that was stolen is of no use in another browser’s question', async () => {
    const { instance, browser } = await desk()
    const thief = new Visitor(instance)
    const theirs = await signInThere(await start(browser), redirectUri)
    const own = await signInThere(await start(thief), redirectUri)
    own.searchParams.set('code', theirs.searchParams.get('code')!)
    await expectRefused(thief, await comeBack(thief, own))
  })

  const callbacks: Record<string, (back: URL) => void> = {
    'without its state': ({ searchParams }) => searchParams.delete('state'),
    'with another state': ({ searchParams }) => searchParams.set('state', 'a'.repeat(32)),
    'with a state that is no text of ours': ({ searchParams }) => searchParams.set('state', '%00\'"<x>'),
    'with two states': ({ searchParams }) => searchParams.append('state', 'b'.repeat(32)),
    'without its code': ({ searchParams }) => searchParams.delete('code'),
    'with another code': ({ searchParams }) => searchParams.set('code', 'another'),
    'of another issuer': ({ searchParams }) => searchParams.set('iss', 'https://evil.test'),
    'that tells a story': ({ searchParams }) => {
      searchParams.set('error', 'access_denied')
      searchParams.set('error_description', 'rita@example.test: call 0900 123 to unlock')
      searchParams.set('error_uri', 'https://evil.test')
    },
  }
  test.each(casesOf(callbacks))('an answer %s lets nobody in, and tells nothing', async (_, spoil) => {
    const { instance, browser } = await desk()
    const back = await signInThere(await start(browser), redirectUri)
    spoil(back)
    await expectRefused(browser, await comeBack(browser, back))
    expect(instance.lines.join('\n')).not.toMatch(/rita@|0900(?: |\+|%20)123|evil\.test/)
  })

  test('an answer counts once, also when it comes twice at once, and not after its time', async () => {
    const { browser } = await desk()
    const back = await signInThere(await start(browser), redirectUri)
    const both = await Promise.all([comeBack(browser, back), comeBack(browser, back)])
    const places = both.map(({ headers }) => headers.get('location'))
    expect(places.filter((place) => place === '/')).toHaveLength(1)
    expect((await query('select 1 from auth_session')).rowCount).toBe(2)
    await browser.post('/api/auth/sign-out')
    await expectRefused(browser, await comeBack(browser, back))
    const late = await signInThere(await start(browser), redirectUri)
    await query(`update auth_verification set value = jsonb_set(value::jsonb, '{expiresAt}', '1')::text`)
    await expectRefused(browser, await comeBack(browser, late))
  })

  test('a cookie that was planted before is not the one that is signed in', async () => {
    const { instance, browser, boss } = await desk()
    // The attacker's own session, in the browser of the one who signs in.
    browser.take(boss)
    const planted = browser.cookie
    await signInBy(browser)
    expect((await browser.ask('/api/me')).json as Me).toMatchObject({ email: rita.email })
    const attacker = await instance.signIn.identify(new Headers({ cookie: planted }))
    expect(attacker).toMatchObject({ name: owner.name })
    expect(browser.cookie).not.toBe(planted)
  })

  test('another site can begin no sign-in, and spends nobody’s attempts', async () => {
    const { instance, browser } = await desk()
    const strange: Record<string, string>[] = [
      { origin: 'https://evil.test' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of strange) {
      const begun = await browser.ask('/api/auth/sign-in/social', { method: 'POST', body: {}, headers })
      expect(begun.status).toBe(403)
    }
    // Pictures on another page, all from the reader's own network.
    for (let at = 0; at < 60; at += 1) {
      const headers = {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'no-cors',
        'sec-fetch-dest': 'image',
      }
      const answer = await browser.ask(`/api/auth/callback/oidc?state=${at}&code=x`, { headers })
      expect([302, 403]).toContain(answer.status)
    }
    expect((await new Visitor(instance).signIn(owner)).status).toBe(200)
    expect((await query(`select 1 from audit_event where action = 'sign_in.failed'`)).rowCount).toBe(0)
  })

  test('beginning again and again fills no store', async () => {
    const { instance } = await desk()
    const returnTo = `/jobs/4123456789?q=${'x'.repeat(60_000)}`
    const stranger = new Visitor(instance, '203.0.113.9')
    const statuses = new Set<number>()
    for (let at = 0; at < 110; at += 1)
      statuses.add((await stranger.post('/api/auth/sign-in/social', { returnTo })).status)
    expect(statuses).toEqual(new Set([200, 429]))
    const { rows } = await query('select sum(length(value))::int as bytes from auth_verification')
    expect(rows[0]!.bytes).toBeLessThan(200_000)
  })

  test('a place to return to that speaks of errors is no failure', async () => {
    const { browser } = await desk()
    const returnTo = '/jobs/4123456789?q=error=1'
    const answer = await comeBack(browser, await signInThere(await start(browser, returnTo), redirectUri))
    expect(answer.headers.get('location')).toBe(returnTo)
    const { rows } = await query(
      `select action from audit_event where action like 'sign_in.%' order by at desc`,
    )
    expect(rows.map(({ action }) => action)).toEqual(['sign_in.done', 'sign_in.done'])
  })

  test('a disabled member stays out, and their attempts link no account', async () => {
    const { boss, state, browser } = await desk()
    const { rows } = await query(`select id from auth_user where email = '${rita.email}'`)
    const patch = (disabled: boolean) =>
      boss.ask(`/api/people/${String(rows[0]!.id)}`, { method: 'PATCH', body: { disabled } })
    expect((await patch(true)).status).toBe(200)
    state.subject = 'person-2'
    await expectRefused(browser, await signInBy(browser))
    expect(await linked()).toEqual([])
    await patch(false)
    state.subject = 'person-1'
    await signInBy(browser)
    expect(await browser.isIn()).toBe(true)
  })

  test('what begins at one server may end at another', async () => {
    const { env, browser } = await desk()
    const url = await start(browser)
    browser.move(await newInstance(store.database, env))
    await comeBack(browser, await signInThere(url, redirectUri))
    expect(await browser.isIn()).toBe(true)
  })
})

type Keys = Parameters<NonNullable<Awaited<ReturnType<typeof startIssuer>>['state']['forge']>>[1]
