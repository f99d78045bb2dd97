import 'server-only'
import { parseCookie } from 'cookie'

/** The decoded value of a request's cookie; null when the request has none of that name. */
export function readCookie(request: Request, name: string): string | null {
  // A value that is not percent-encoded properly comes as it was sent: anybody can send any cookie.
  return parseCookie(request.headers.get('cookie') ?? '')[name] ?? null
}
