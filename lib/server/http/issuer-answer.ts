import 'server-only'
import type { Auth } from '@/lib/server/auth/auth'
import { readCookie } from './cookies'
import { answerHeaders, type OpenCall } from './route'

/** Whether an answer sends a browser back to the sign-in page. A place to return to is never that page: `safeReturn`. */
export function isRefusal({ headers }: Response): boolean {
  const { pathname, searchParams } = new URL(headers.get('location') ?? '/', 'http://here.invalid')
  return pathname === '/sign-in' && searchParams.has('error')
}

/**
 * Sends a browser to the sign-in page, which says that it was refused: neither which check failed nor what the provider
 * wrote, which would stand in the address bar and in histories.
 * @param cookies what the answer sets
 */
export function toSignInPage(requestId: string, cookies: string[] = []): Response {
  const headers = new Headers({ ...answerHeaders(requestId), location: '/sign-in?error=refused' })
  for (const line of cookies) headers.append('set-cookie', line)
  return new Response(null, { status: 302, headers })
}

/**
 * Whether a browser began the sign-in whose answer it brings. Another site's page can make it ask for the address of
 * answers as often as it likes, and must not use up the attempts of its network by that.
 */
export async function hasBegun(auth: Auth, { request, search }: OpenCall): Promise<boolean> {
  const [state, ...more] = search.getAll('state')
  if (state === undefined || more.length > 0) return false
  const { createAuthCookie } = await auth.$context
  return readCookie(request, createAuthCookie('state').name)?.split('.', 1)[0] === state
}
