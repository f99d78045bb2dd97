import 'server-only'
import { stringifySetCookie } from 'cookie'
import type { FacetKey } from '@/lib/contracts/facets'
import { guestFacetKeys } from '@/lib/contracts/share-words'
import { AppError } from '@/lib/server/platform/app-error'
import type { GuestStart, Keep, Visitor } from '@/lib/server/sharing/guest'
import { readCookie } from './cookies'
import { parseFacets, parsePageStart } from './job-call'
import { answerHeaders, type OpenCall } from './route'

// Under https a cookie of this name cannot be set by a neighbouring host or over plain http.
const cookieName = (linkId: string, https: boolean) =>
  `${https ? '__Host-shortlist' : 'shortlist'}.guest.${linkId}`

/** What a browser kept of links, read from its cookies. */
export function toVisitor(
  cookie: (name: string) => string | null,
  https: boolean,
  address: string | null,
): Visitor {
  return { kept: (linkId) => cookie(cookieName(linkId, https)), address }
}

/** The token of an address, and who asks. */
export function guestCall({ request, params, runtime, address }: Omit<OpenCall, 'body'>) {
  const visitor = toVisitor((name) => readCookie(request, name), runtime.address.https, address)
  return { guest: runtime.authServices.guest, token: params.token ?? '', visitor }
}

/** Where a page starts; never around a person, whom a guest knows by no name of ours. @throws AppError invalid_parameter */
export function parseGuestStart(search: URLSearchParams): GuestStart {
  const start = parsePageStart(search)
  return start !== null && 'around' in start ? null : start
}

/** As `facetsOf`, for the facets that a guest is shown. @throws AppError invalid_parameter */
export function parseGuestFacets(search: URLSearchParams): { asked: FacetKey[] | null; find: string | null } {
  const facets = parseFacets(search)
  if (facets.asked?.some((key) => !guestFacetKeys.some((known) => known === key))) {
    throw new AppError('invalid_parameter', {
      reason: `facet is one or more of ${guestFacetKeys.join(', ')}.`,
    })
  }
  return facets
}

/** An answer that has the browser keep something as well. */
export function keeping(
  { requestId, runtime }: Pick<OpenCall, 'requestId' | 'runtime'>,
  value: unknown,
  keep: Keep | null,
): unknown {
  if (keep === null) return value
  const { https } = runtime.address
  const cookie = stringifySetCookie({
    name: cookieName(keep.linkId, https),
    value: keep.value,
    maxAge: keep.seconds,
    path: '/',
    httpOnly: true,
    secure: https,
    sameSite: 'lax',
  })
  return new Response(JSON.stringify(value), {
    headers: answerHeaders(requestId, { 'content-type': 'application/json', 'set-cookie': cookie }),
  })
}
