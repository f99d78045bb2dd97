import { type APIRequestContext, expect } from '@playwright/test'

export const owner = {
  name: 'Olive Owner',
  email: 'olive@example.test',
  password: 'a quiet harbour at noon',
}

export async function signIn(
  client: APIRequestContext,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const answer = await client.post('/api/auth/sign-in/email', { data: { email, password } })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Makes the first owner, and signs them in. */
export async function setUp(client: APIRequestContext, token: string): Promise<void> {
  const answer = await client.post('/api/setup', { data: { token, ...owner } })
  expect(answer.status(), await answer.text()).toBe(200)
  await signIn(client, owner)
}
