import {
  type APIRequestContext,
  type BrowserContextOptions,
  expect,
  type Page,
  request as requests,
} from '@playwright/test'

export const owner = {
  name: 'Olive Owner',
  email: 'olive@example.test',
  password: 'a quiet harbour at noon',
}

export async function signIn(
  client: APIRequestContext,
  { email, password }: { email: string; password: string },
  url = '',
): Promise<void> {
  const answer = await client.post(`${url}/api/auth/sign-in/email`, { data: { email, password } })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Makes the first owner, and signs them in; `url` is the server's, where it is not the client's own. */
export async function setUp(client: APIRequestContext, token: string, url = ''): Promise<void> {
  const answer = await client.post(`${url}/api/setup`, { data: { token, ...owner } })
  expect(answer.status(), await answer.text()).toBe(200)
  await signIn(client, owner, url)
}

/** Has somebody invited by an owner and come in by themselves. @returns their id */
export async function inviteAndSignIn(
  inviter: APIRequestContext,
  client: APIRequestContext,
  role: 'owner' | 'recruiter' | 'viewer',
  {
    email = `${role}-${Math.random().toString(36).slice(2)}@example.test`,
    name = `Some ${role}`,
  }: { email?: string; name?: string } = {},
): Promise<string> {
  const invited = await inviter.post('/api/invitations', { data: { email, role } })
  expect(invited.status(), await invited.text()).toBe(200)
  const { token } = (await invited.json()) as { token: string }
  const password = 'seven kettles in a row'
  const data = { token, name, password }
  const accepted = await client.post('/api/invitations/accept', { data })
  expect(accepted.status(), await accepted.text()).toBe(200)
  await signIn(client, { email, password })
  return ((await (await client.get('/api/me')).json()) as { id: string }).id
}

type Team = {
  request: APIRequestContext
  served: { url: string }
  colleague: (options: BrowserContextOptions) => Promise<Page>
}

/** A second recruiter, in a browser of their own; what signs them in without it is theirs to dispose of. */
export async function secondMember({ request, served, colleague }: Team, options: { name?: string } = {}) {
  const client = await requests.newContext({
    baseURL: served.url,
    storageState: { cookies: [], origins: [] },
  })
  await inviteAndSignIn(request, client, 'recruiter', options)
  return { client, other: await colleague({ storageState: await client.storageState() }) }
}
