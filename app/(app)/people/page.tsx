import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { PeopleSearch } from '@/components/stored-people/people-search'
import { storedPeopleQuery } from '@/lib/query/stored-people'
import { getServices } from '@/lib/server/runtime/page-services'
import { createLoader } from '@/lib/url/parser'
import { peopleParsers, toPeopleQuery } from '@/lib/url/people'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'People' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = createLoader(peopleParsers)

export default async function PeoplePage({ searchParams }: Props) {
  const services = await getServices()
  const query = toPeopleQuery(load(await searchParams))
  const client = new QueryClient()
  await client.prefetchInfiniteQuery(
    storedPeopleQuery(query, (cursor) => services.searchPeople({ ...query, cursor, limit: 50 })),
  )
  return (
    <div className="mx-auto flex max-w-page flex-col gap-4 px-5 pt-8 pb-16 max-sm:px-4">
      <div>
        <h1 className="text-title font-semibold tracking-tight">People</h1>
        <p className="mt-1 max-w-3xl text-muted">
          Everyone your team has loaded, across jobs and accounts. They are paid for: searching here is free.
        </p>
      </div>
      <HydrationBoundary state={dehydrate(client)}>
        <PeopleSearch />
      </HydrationBoundary>
    </div>
  )
}
