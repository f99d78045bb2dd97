import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { LinkList } from '@/components/share/link-list'
import { shareLinksQuery } from '@/lib/query/options'
import { may } from '@/lib/domain/permissions'
import { getServices } from '@/lib/server/page-desk'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Links for guests' }

export default async function LinksPage() {
  const services = await getServices()
  if (!may(services.actor.role, 'share')) notFound()
  const client = new QueryClient()
  await client.prefetchQuery(shareLinksQuery(() => services.listShareLinks(null)))
  return (
    <div className="mx-auto w-full max-w-4xl px-5 py-6 max-sm:px-4">
      <h1 className="text-title font-semibold tracking-tight">Links for guests</h1>
      <p className="mt-1 mb-5 max-w-prose text-muted">
        Each shows some people of one job to whoever has it, without an account. Revoking one closes it at
        once.
      </p>
      <HydrationBoundary state={dehydrate(client)}>
        <LinkList defaultAccount={services.config.accounts[0] ?? ''} />
      </HydrationBoundary>
    </div>
  )
}
