import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { LinkList } from '@/components/share/link-list'
import { shareLinksQuery } from '@/lib/query/share-links'
import { may } from '@/lib/domain/permissions'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Share links' }

export default async function LinksPage() {
  const services = await getServices()
  if (!may(services.actor.role, 'share')) notFound()
  const client = new QueryClient()
  await client.prefetchInfiniteQuery(shareLinksQuery((cursor) => services.listShareLinks(null, cursor)))
  return (
    <>
      <p className="-mb-2 max-w-prose text-muted">
        Anyone with a link can view it. Revoke it to turn it off immediately.
      </p>
      <HydrationBoundary state={dehydrate(client)}>
        <LinkList defaultAccount={services.config.accounts[0] ?? ''} />
      </HydrationBoundary>
    </>
  )
}
