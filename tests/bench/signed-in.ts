import { correct } from './numbers'

const token = 'the-setup-token-of-a-bench'
/** What a server needs so that somebody can sign in to it. */
export const signInSettings = { SETUP_TOKEN: token, AUTH_SECRET: 'a-secret-of-a-bench-0123456789abcdefgh' }

const owner = { name: 'Owner', email: 'owner@example.test', password: 'a quiet harbour at noon' }
let cookie = ''

// Longer than the slowest fetch of the soak's provider with all its tries, on a busy machine too.
const maxAnswerMs = 120_000

/** `fetch`, with an end: of its body too. */
export const fetchInTime = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(maxAnswerMs) })

const post = (url: string, body: unknown) =>
  fetchInTime(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Makes the owner of a new store, who then asks for everything: on all of its servers. */
export async function signIn(url: string): Promise<void> {
  correct((await post(`${url}/api/setup`, { token, ...owner })).ok, 'the first owner is made')
  const { email, password } = owner
  const entered = await post(`${url}/api/auth/sign-in/email`, { email, password })
  correct(entered.ok, 'the owner signs in')
  cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
}

/** `fetch`, as the owner. */
export const fetchAsOwner = (url: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetchInTime(url, { ...init, headers: { ...init.headers, cookie } })
