import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'

const dev = process.env.NODE_ENV === 'development'

/**
 * What a page may run and load: our own files, and what carries this answer's nonce. Not `require-trusted-types-for`: the
 * bundler's loader sets the address of a script as plain text.
 */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    // In development the error overlay evaluates, and styles without a nonce.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // The widths of bars and the places of rows are attributes in the first HTML; they can load nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Gives a page its policy, and tells it the nonce and its own address. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = policyOf(nonce)
  const headers = new Headers(request.headers)
  const { pathname, search } = request.nextUrl
  // The framework takes the nonce of its own scripts from here.
  headers.set('content-security-policy', policy)
  headers.set('x-shortlist-nonce', nonce)
  headers.set('x-shortlist-path', pathname + search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// What is no page has the policy of every answer, from the server itself.
export const config = { matcher: '/((?!api/|_next/static/|icon\\.svg).*)' }
