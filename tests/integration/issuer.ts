import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { onTestFinished } from 'vitest'

export const client = { id: 'shortlist', secret: 'secret-of-the-client-44c1' }

type Identity = { email: string; verified: boolean; name: string }
type Asked = { path: string; search: URLSearchParams }

export type Claims = Record<string, unknown>

/** Changes an answer on its way out. */
function rewrite(response: ServerResponse, change: (answer: Claims) => Claims): void {
  const end = response.end.bind(response)
  response.end = ((body?: unknown) => {
    const text = JSON.stringify(change(JSON.parse(String(body)) as Claims))
    response.setHeader('content-length', Buffer.byteLength(text))
    return end(text)
  }) as typeof response.end
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const kid = 'the-one-key'

/** An ID token in the compact form. @param key signs it; a text is the secret of HS256, null signs nothing */
export function toToken(claims: Claims, key: KeyObject | string | null): string {
  const alg = key === null ? 'none' : typeof key === 'string' ? 'HS256' : 'RS256'
  const signed = `${part({ alg, kid, typ: 'JWT' })}.${part(claims)}`
  if (key === null) return `${signed}.`
  const signature =
    typeof key === 'string'
      ? createHmac('sha256', key).update(signed).digest()
      : sign('sha256', Buffer.from(signed), key)
  return `${signed}.${signature.toString('base64url')}`
}

/** What a liar answers in place of an ID token. @param keys the issuer's own key, one of a stranger, the public one */
type Forge = (claims: Claims, keys: { own: KeyObject; strange: KeyObject; open: string }) => string

/** A real OpenID provider on loopback, whose one person signs in by being asked. */
export async function startIssuer(identity: Identity, redirectUri: string) {
  const state = {
    subject: 'person-1',
    withoutIdToken: false,
    forge: null as Forge | null,
    /** What it says of a person besides the ID token. */
    profile: null as Claims | null,
    /** What it calls itself, in place of its address. */
    calledItself: null as string | null,
  }
  const own = newKey()
  const keys = {
    own,
    strange: newKey(),
    open: createPublicKey(own).export({ type: 'spki', format: 'pem' }).toString(),
  }
  const asked: Asked[] = []
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    jwks: { keys: [{ ...own.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        email: identity.email,
        email_verified: identity.verified,
        name: identity.name,
      }),
    }),
  })
  const handle = provider.callback()
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    asked.push({ path: url.pathname, search: url.searchParams })
    if (url.pathname === '/token') {
      rewrite(response, ({ id_token: token, ...rest }) => {
        if (state.withoutIdToken || typeof token !== 'string') return rest
        const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims
        return { ...rest, id_token: state.forge?.(claims, keys) ?? token }
      })
    }
    if (url.pathname === '/.well-known/openid-configuration' && state.calledItself !== null) {
      rewrite(response, (answer) => ({ ...answer, issuer: state.calledItself }))
    }
    if (url.pathname === '/me' && state.profile) rewrite(response, () => state.profile!)
    if (!url.pathname.startsWith('/interaction/')) return void handle(request, response)
    void (async () => {
      const { params, prompt, grantId } = await provider.interactionDetails(request, response)
      if (prompt.name === 'login') {
        return provider.interactionFinished(request, response, { login: { accountId: state.subject } })
      }
      const grant =
        (grantId ? await provider.Grant.find(grantId) : undefined) ??
        new provider.Grant({ accountId: state.subject, clientId: String(params.client_id) })
      grant.addOIDCScope('openid email profile')
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
    })()
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(close)
  return { issuer, asked, close, state }
}

/** Follows a browser through the provider. @returns where it is sent back to */
export async function signInThere(start: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = start
  for (let hops = 0; hops < 12; hops += 1) {
    if (at.startsWith(redirectUri)) return new URL(at)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const pair = line.split(';', 1)[0] ?? ''
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`the provider stopped at ${at}: ${await answer.text()}`)
    at = new URL(location, at).href
  }
  throw new Error('the provider never led back')
}
