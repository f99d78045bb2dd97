import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { ReasonSettings } from '@/components/reasons/reason-settings'
import { may } from '@/lib/domain/permissions'
import { reasonsQuery } from '@/lib/query/decisions'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Reasons' }

export default async function ReasonsPage() {
  const services = await getServices()
  if (!may(services.actor.role, 'team')) notFound()
  const client = new QueryClient()
  await client.prefetchQuery(reasonsQuery(() => services.listReasons()))
  return (
    <>
      <p className="-mb-2 max-w-prose text-muted">
        Why your team decides. A reason that you remove is no longer offered, and stays with the decisions
        that name it.
      </p>
      <HydrationBoundary state={dehydrate(client)}>
        <ReasonSettings />
      </HydrationBoundary>
    </>
  )
}
