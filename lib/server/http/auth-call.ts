import 'server-only'
import { parseSetCookie, stringifyCookie } from 'cookie'
import type { Actor } from '@/lib/server/platform/actor'
import { AppError } from '@/lib/server/platform/app-error'
import type { Auth } from '@/lib/server/auth/auth'
import type { Attempts } from '@/lib/server/auth/limits'
import { whyNotPassword } from '@/lib/server/auth/password-rules'
import { safeReturn } from '@/lib/url/return-to'
import { type AuthPath, authPaths } from './auth-paths'
import { readCookie } from './cookies'
import { readBody } from './read-body'
import { hasBegun, isRefusal, toSignInPage } from './issuer-answer'
import { answerHeaders, type OpenCall } from './route'

const refusals: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail address or the password is wrong.',
  INVALID_PASSWORD: 'The password is wrong.',
  INVALID_CODE: 'The code is wrong, or its half minute is over. Type the one that is shown now.',
  INVALID_BACKUP_CODE: 'This recovery code is wrong or was used already.',
  INVALID_TWO_FACTOR_COOKIE: 'This sign-in took too long. Begin again with your password.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Begin again with your password.',
  ACCOUNT_DISABLED: 'This account is disabled. Ask an owner.',
}

// Another recovery code of the same account was taken while this one was judged.
const collided = 'Another recovery code of yours was used at the same moment. Try this one again.'

type Refusal = { status: number; code: string; message: string }

async function refusalIn(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null)
  const { code, message } = (body ?? {}) as { code?: unknown; message?: unknown }
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return { status: response.status, code: text(code), message: text(message) }
}

/** A refusal of the library, as one of ours. */
function toAppError({ status, code, message }: Refusal): AppError {
  const reason = status === 409 ? collided : refusals[code]
  if (reason) return new AppError('sign_in_refused', { reason })
  if (code.startsWith('PASSWORD_')) return new AppError('password_not_usable', { reason: message })
  if (/PROVIDER_NOT_FOUND|OAUTH_CONFIG/.test(code)) return new AppError('issuer_unreachable')
  if (code === 'INVALID_TOKEN') return new AppError('link_not_usable')
  if (status === 429 || code.includes('LOCKED')) return new AppError('too_many_attempts', { retryAfter: 900 })
  if (status === 401) return new AppError('sign_in_required')
  if (status < 500) return new AppError('invalid_body', { reason: message.replace(/\.?$/, '.') })
  return new AppError('internal_error', {}, { cause: new Error(`sign-in answered ${status} ${code}`) })
}

const passedOn = ['cookie', 'user-agent', 'x-shortlist-client', 'accept-language']

// The address people typed is known to be ours: the server answers to no other name.
function toAuth(
  request: Request,
  path: string,
  method: string,
  search: URLSearchParams,
  body: unknown,
): Request {
  const { protocol } = new URL(request.url)
  const host = request.headers.get('host') ?? '127.0.0.1'
  const url = new URL(`${protocol}//${host}/api/auth/${path}`)
  if (method === 'GET') url.search = search.toString()
  const headers = new Headers({ host })
  for (const name of passedOn) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (method === 'GET') return new Request(url, { method, headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method, headers, body: JSON.stringify(body ?? {}) })
}

const fixed: Record<string, (body: Record<string, unknown>) => Record<string, unknown>> = {
  // As it is written down: in any case, with or without its dash.
  'two-factor/verify-backup-code': ({ code }) => {
    const letters = String(code)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
    return { code: `${letters.slice(0, 5)}-${letters.slice(5)}` }
  },
  'sign-in/social': ({ returnTo }) => ({
    provider: 'oidc',
    callbackURL: safeReturn(typeof returnTo === 'string' ? returnTo : null),
    errorCallbackURL: '/sign-in',
  }),
  'change-password': (body) => ({ ...body, revokeOtherSessions: true }),
}

/** Who has a session by an answer that sets its cookie. */
async function entered({ runtime, request }: OpenCall, response: Response): Promise<Actor | null> {
  const cookies = response.headers.getSetCookie().map((line) => parseSetCookie(line))
  // An ended session is a cookie with an empty value.
  const session = cookies.find(({ name, value }) => name.endsWith('session_token') && value)
  if (!session) return null
  const headers = new Headers({ cookie: stringifyCookie({ [session.name]: session.value }) })
  const client = request.headers.get('x-shortlist-client')
  if (client !== null) headers.set('x-shortlist-client', client)
  return runtime.signIn.identify(headers)
}

// What a page's scripts could read and pass on opens the account: it stays in the cookie.
function withoutToken(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { token: _token, session, ...rest } = value as Record<string, unknown>
  return session === undefined ? rest : { ...rest, session: withoutToken(session) }
}

async function toAnswer(response: Response, requestId: string): Promise<Response> {
  const headers = new Headers(answerHeaders(requestId))
  if (isRefusal(response)) return toSignInPage(requestId, response.headers.getSetCookie())
  for (const line of response.headers.getSetCookie()) headers.append('set-cookie', line)
  const location = response.headers.get('location')
  if (response.status >= 300 && response.status < 400 && location) {
    headers.set('location', location)
    return new Response(null, { status: response.status, headers })
  }
  headers.set('content-type', 'application/json')
  const value: unknown = await response.json()
  return new Response(JSON.stringify(withoutToken(value)), { status: response.status, headers })
}

function buildAttempts({ limits }: AuthPath, call: OpenCall, email: string, actor: Actor | null): Attempts {
  return {
    ...(limits.pair && { [limits.pair]: { of: email, from: call.address } }),
    ...(limits.account && { [limits.account]: email }),
    ...(limits.own && { [limits.own]: actor?.id ?? 'nobody' }),
    ...(limits.address && { [limits.address]: call.address }),
  }
}

// A wrong guess, and nothing else that is refused: the log says that they gave a wrong password or code.
const wrongGuesses = ['INVALID_PASSWORD', 'INVALID_CODE', 'INVALID_BACKUP_CODE']

const isReported = ({ refused }: AuthPath, { status, code }: Refusal) =>
  refused === 'sign_in.failed' ? status < 500 : wrongGuesses.includes(code)

async function record(
  call: OpenCall,
  action: string,
  actor: Actor | null,
  email: string,
  known: Member = null,
): Promise<void> {
  const { authServices } = call.runtime
  // Only members are named: what a stranger types into the field may be anything.
  const member = known ?? (actor || email === '' ? null : await authServices.memberByEmail(email))
  await authServices.recordAudit({
    action,
    actorId: actor?.id ?? member?.id ?? null,
    actorName: actor?.name ?? member?.name ?? 'Nobody',
    subject: member?.email ?? null,
    detail: null,
    address: call.address,
  })
}

type Member = Awaited<ReturnType<OpenCall['runtime']['authServices']['memberByEmail']>>

const isCode = (path: string) => path.startsWith('two-factor/verify-')
// As the library makes them; anything else is not worth asking the store for.
const isToken = (text: string) => /^[\w-]{1,256}$/.test(text)

/** Whom a sign-in that waits for its code, or a link for a new password, is of. */
async function meant(
  auth: Auth,
  path: string,
  call: OpenCall,
  given: Record<string, unknown>,
): Promise<Member> {
  const { internalAdapter, createAuthCookie } = await auth.$context
  let identifier: string | null = null
  if (path === 'reset-password') {
    if (!(await call.runtime.authServices.isResetLinkOpen(String(given.token))))
      throw new AppError('link_not_usable')
    identifier = `reset-password:${String(given.token)}`
  }
  if (isCode(path)) {
    const { name } = createAuthCookie('two_factor')
    const [challenge = ''] = readCookie(call.request, name)?.split('.', 1) ?? []
    identifier = isToken(challenge) ? challenge : null
  }
  if (identifier === null) return null
  const found = await internalAdapter.findVerificationValue(identifier)
  return found ? call.runtime.authServices.memberById(found.value) : null
}

/** A code of the second factor opens once, though it is shown for half a minute. @throws AppError sign_in_refused */
async function assertNewCode(call: OpenCall, who: Actor, { given, rule, member }: Settled): Promise<void> {
  try {
    await call.runtime.limits.take({ codeOnce: `${who.id} ${String(given.code)}` })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'too_many_attempts') throw error
    await call.runtime.authServices.endSession(who)
    if (rule.refused) await record(call, rule.refused, null, '', member)
    throw new AppError('sign_in_refused', { reason: refusals.INVALID_CODE ?? '' })
  }
}

async function requireAuth({ issuer }: AuthPath, { runtime }: OpenCall): Promise<Auth> {
  const { auth, withIssuer } = runtime.signIn
  const chosen = issuer ? await withIssuer?.() : auth
  if (!chosen) throw new AppError('not_found')
  return chosen
}

/** What an answer that went well means, for the log and for what has to follow. */
async function settle(call: OpenCall, at: Settled, response: Response): Promise<void> {
  const { path, rule, actor, email, member } = at
  const who = rule.own ? null : await entered(call, response)
  if (who && path === 'two-factor/verify-totp') await assertNewCode(call, who, at)
  if (isRefusal(response)) {
    if (rule.refused) await record(call, rule.refused, null, '')
    return
  }
  if (who && actor) {
    // Signed in already: the code turned the second factor on. What was signed in by the password alone ends.
    await record(call, 'two_factor.enabled', who, '')
    await call.runtime.authServices.endOtherSessions(who)
  } else if (who) await record(call, 'sign_in.done', who, '')
  else if (path === 'sign-in/email') await record(call, 'sign_in.code_asked', null, email)
  const changed = path === 'change-password' ? actor?.id : path === 'reset-password' ? member?.id : null
  if (changed) await call.runtime.authServices.voidLinks(changed)
  if (rule.done && at.changes) await record(call, rule.done, actor ?? who, email, member)
}

type Settled = {
  path: string
  rule: AuthPath
  actor: Actor | null
  given: Record<string, unknown>
  email: string
  member: Member
  /** Whether there was anything to do. */
  changes: boolean
}

/** A new password is not built on what others know of its owner. @throws AppError password_not_usable */
async function assertOwnPassword({ runtime }: OpenCall, given: unknown, of: string | null): Promise<void> {
  const member = typeof given === 'string' && of !== null ? await runtime.authServices.memberById(of) : null
  const why = member && whyNotPassword(String(given), [member.name, member.email])
  if (why) throw new AppError('password_not_usable', { reason: why })
}

/** Whether a call can change something: the library turns a second factor off that is not on, and says that it did. */
async function canChange({ runtime }: OpenCall, path: string, actor: Actor | null): Promise<boolean> {
  if (path !== 'two-factor/disable' || !actor) return true
  return (await runtime.authServices.memberById(actor.id))?.twoFactorEnabled ?? false
}

/** Answers one of better-auth's addresses, of those that are open: counted, narrowed, and written down. */
export async function answerAuth(call: OpenCall): Promise<Response> {
  const { request, search, requestId, runtime } = call
  const path = new URL(request.url).pathname.replace(/^\/api\/auth\//, '')
  const rule = Object.hasOwn(authPaths, path) ? authPaths[path] : undefined
  if (!rule) throw new AppError('not_found')
  if (rule.mail && !runtime.authServices.mail) throw new AppError('not_found')
  if (rule.method !== request.method) throw new AppError('method_not_allowed', { allow: rule.method })
  const auth = await requireAuth(rule, call)
  const looks = rule.own || path.startsWith('two-factor/')
  const actor = looks ? await runtime.signIn.identify(request.headers) : null
  if (rule.own && !actor) throw new AppError('sign_in_required')
  const given = rule.body ? await readBody(request, rule.body) : {}
  const email = typeof given.email === 'string' ? given.email : ''
  if (path === 'callback/oidc' && !(await hasBegun(auth, call))) return toSignInPage(requestId)
  const attempts = buildAttempts(rule, call, email, actor)
  await runtime.limits.take(attempts)
  const member = await meant(auth, path, call, given)
  const code = isCode(path) && member ? { codeAccount: member.id } : {}
  // Before it is judged: forty at once are not all judged before the first has been counted.
  await runtime.limits.take(code)
  await assertOwnPassword(call, given.newPassword, member?.id ?? actor?.id ?? null)
  const changes = await canChange(call, path, actor)
  const body = fixed[path]?.(given) ?? given
  const response = await auth.handler(toAuth(request, path, rule.method, search, body))
  if (response.status >= 400) {
    const refusal = await refusalIn(response)
    if (rule.refused && isReported(rule, refusal)) await record(call, rule.refused, actor, email, member)
    throw toAppError(refusal)
  }
  await settle(call, { path, rule, actor, given, email, member, changes }, response)
  if (!isRefusal(response) && rule.counted !== 'always') await runtime.limits.refund({ ...attempts, ...code })
  return toAnswer(response, requestId)
}
