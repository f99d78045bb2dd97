import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { TagSettings } from '@/components/tags/tag-settings'
import { may } from '@/lib/domain/permissions'
import { tagsQuery } from '@/lib/query/notes'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Tags' }

export default async function TagsPage() {
  const services = await getServices()
  if (!may(services.actor.role, 'team')) notFound()
  const client = new QueryClient()
  await client.prefetchQuery(tagsQuery(() => services.listTags()))
  return (
    <>
      <p className="-mb-2 max-w-prose text-muted">
        Your team’s tags, in every job. What you change here changes for everyone tagged, and in saved views.
      </p>
      <HydrationBoundary state={dehydrate(client)}>
        <TagSettings />
      </HydrationBoundary>
    </>
  )
}
