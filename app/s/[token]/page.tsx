import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { cookies, headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { GuestLink } from '@/lib/contracts/guest'
import { guestLinkQuery, guestPagesQuery } from '@/lib/query/guest'
import { AppError } from '@/lib/server/platform/app-error'
import { toVisitor } from '@/lib/server/http/guest-call'
import { getRuntime } from '@/lib/server/runtime/runtime'
import { parseView } from '@/lib/url/view'
import { GuestSession } from './guest-session'
import { viewForGuest } from '@/lib/domain/guest-view'

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A guest's list: what is in the first HTML was redacted by the same service that answers their browser. */
export default async function GuestPage({ params, searchParams }: Props) {
  const [{ token }, search, jar, asked, { authServices, address }] = await Promise.all([
    params,
    searchParams,
    cookies(),
    headers(),
    getRuntime(),
  ])
  const visitor = toVisitor(
    (name) => jar.get(name)?.value ?? null,
    address.https,
    asked.get('x-shortlist-client'),
  )
  const { guest } = authServices
  let link: GuestLink
  try {
    link = await guest.look(token, visitor)
  } catch (error) {
    if (error instanceof AppError && error.code === 'share_link_gone') notFound()
    throw error
  }
  const client = new QueryClient()
  client.setQueryData(guestLinkQuery(token, async () => link).queryKey, link)
  if (!link.locked) {
    const view = viewForGuest(parseView(search), link.fields)
    await client.prefetchInfiniteQuery(
      guestPagesQuery(token, view, (cursor, limit) =>
        guest.page(token, visitor, view, cursor === null ? null : { cursor }, limit),
      ),
    )
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <GuestSession token={token} link={link} />
    </HydrationBoundary>
  )
}
