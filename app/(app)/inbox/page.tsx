import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { InboxList } from '@/components/inbox/inbox-list'
import { inboxQuery } from '@/lib/query/inbox'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Inbox' }

export default async function InboxRoute() {
  const services = await getServices()
  const client = new QueryClient()
  await client.prefetchInfiniteQuery(inboxQuery((cursor) => services.listInbox(cursor)))
  return (
    <div className="mx-auto flex max-w-page flex-col gap-4 px-5 pt-8 pb-16 max-sm:px-4">
      <h1 className="text-title font-semibold tracking-tight">Inbox</h1>
      <HydrationBoundary state={dehydrate(client)}>
        <InboxList />
      </HydrationBoundary>
    </div>
  )
}
