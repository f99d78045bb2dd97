import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { onTestFinished } from 'vitest'

export const client = { id: 'shortlist', secret: 'secret-of-the-client-44c1' }

type Identity = { email: string; verified: boolean; name: string }
type Asked = { path: string; search: URLSearchParams }

/** Takes the ID token out of an answer, as a provider that speaks OAuth alone would. */
function dropIdToken(response: ServerResponse): void {
  const end = response.end.bind(response)
  response.end = ((body?: unknown) => {
    const { id_token: _dropped, ...rest } = JSON.parse(String(body)) as Record<string, unknown>
    const text = JSON.stringify(rest)
    response.setHeader('content-length', Buffer.byteLength(text))
    return end(text)
  }) as typeof response.end
}

/** A real OpenID provider on loopback, whose one person signs in by being asked. */
export async function startIssuer(identity: Identity, redirectUri: string) {
  const state = { subject: 'person-1', withoutIdToken: false }
  const asked: Asked[] = []
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
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
    if (url.pathname === '/token' && state.withoutIdToken) dropIdToken(response)
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
