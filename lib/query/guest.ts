import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { FacetKey } from '@/lib/contracts/facets'
import type {
  GuestDetail,
  GuestDoneRequest,
  GuestLink,
  GuestPage,
  GuestResponseRequest,
} from '@/lib/contracts/guest'
import type { View } from '@/lib/contracts/view'
import { viewToSearch } from '@/lib/url/view'
import { contractsIn } from './answers'
import { call, json } from './http'

const ofGuest = contractsIn(() => import('@/lib/contracts/guest'))

const shapes = {
  link: ofGuest('guestLink'),
  page: ofGuest('guestPage'),
  detail: ofGuest('guestDetail'),
  response: ofGuest('ownResponse'),
  facets: async () => (await import('@/lib/contracts/facets')).facets,
  done: async () => (await import('@/lib/contracts/people')).done,
  guestDone: ofGuest('guestDone'),
}

const toSearch = (view: View, more: Record<string, string> = {}) => {
  const text = new URLSearchParams({
    ...Object.fromEntries(new URLSearchParams(viewToSearch(view))),
    ...more,
  }).toString()
  return text === '' ? '' : `?${text}`
}

const at = (token: string) => `/api/s/${encodeURIComponent(token)}`

/** Every call that a guest's browser makes. Each throws `ProblemError`, or the abort reason of its signal. */
export const guestBff = {
  link: (token: string, signal?: AbortSignal) => call(shapes.link, at(token), { signal }),
  page: (token: string, view: View, cursor: string | null, limit: number, signal?: AbortSignal) => {
    const search = toSearch(view, { limit: String(limit), ...(cursor === null ? {} : { cursor }) })
    return call(shapes.page, `${at(token)}/candidates${search}`, { signal })
  },
  person: (token: string, ref: string, signal?: AbortSignal) =>
    call(shapes.detail, `${at(token)}/candidates/${ref}`, { signal }),
  facet: (token: string, view: View, facet: FacetKey, find: string, signal?: AbortSignal) => {
    const search = toSearch({ ...view, sort: [] }, { facet, ...(find === '' ? {} : { find }) })
    return call(shapes.facets, `${at(token)}/facets${search}`, { signal })
  },
  respond: (token: string, ref: string, response: GuestResponseRequest) =>
    call(shapes.response, `${at(token)}/candidates/${ref}/response`, { ...json(response), method: 'PUT' }),
  /** Tells the team that this guest is done, or that they are not after all. */
  finish: (token: string, request: GuestDoneRequest) =>
    call(shapes.guestDone, `${at(token)}/done`, { ...json(request), method: 'PUT' }),
  passcode: (token: string, passcode: string) =>
    call(shapes.done, `${at(token)}/passcode`, { ...json({ passcode }), method: 'POST' }),
}

export const guestPageSize = 50

export const guestKeys = {
  link: (token: string) => ['guest', token, 'link'] as const,
  pages: (token: string) => ['guest', token, 'pages'] as const,
  facets: (token: string) => ['guest', token, 'facets'] as const,
  person: (token: string, ref: string) => ['guest', token, 'person', ref] as const,
}

/** The server passes its service as `fetchLink`, the browser passes HTTP. */
export const guestLinkQuery = (token: string, fetchLink: (signal?: AbortSignal) => Promise<GuestLink>) =>
  queryOptions({
    queryKey: guestKeys.link(token),
    queryFn: ({ signal }) => fetchLink(signal),
    // Asking is what tells the server that somebody is here, whatever the first HTML brought.
    staleTime: 0,
  })

export const guestPagesQuery = (
  token: string,
  view: View,
  fetchPage: (cursor: string | null, limit: number, signal?: AbortSignal) => Promise<GuestPage>,
) =>
  infiniteQueryOptions({
    queryKey: [...guestKeys.pages(token), view],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, guestPageSize, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })

export const guestPersonQuery = (
  token: string,
  ref: string,
  fetchPerson: (signal?: AbortSignal) => Promise<GuestDetail>,
) => queryOptions({ queryKey: guestKeys.person(token, ref), queryFn: ({ signal }) => fetchPerson(signal) })
