import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { Ledger } from '@/components/ledger/ledger'
import type { LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry } from '@/lib/contracts/words'
import { ledgerQuery } from '@/lib/query/ledger'
import { getServices } from '@/lib/server/runtime/page-services'
import { isWholeLedger, parseLedger } from '@/lib/url/ledger'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'Credits' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CreditsPage({ searchParams }: Props) {
  const services = await getServices()
  const { accounts, autoloadCredits } = services.config
  const filter = parseLedger(await searchParams)
  const client = new QueryClient()
  const read = (wanted: LedgerFilter) =>
    client.prefetchInfiniteQuery(
      ledgerQuery(wanted, (of, cursor) => services.listCredits({ filter: of, cursor, limit: 50 })),
    )
  await Promise.all([read(filter), isWholeLedger(filter) ? null : read(everyEntry)])
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <div className="mx-auto flex max-w-page flex-col gap-4 px-5 pt-8 pb-16 max-sm:px-4">
        <div>
          <h1 className="text-title font-semibold tracking-tight">Credits</h1>
          <p className="mt-1 max-w-3xl text-muted">
            Every charge: who made it, the estimate and the actual cost.
          </p>
        </div>
        <Ledger accounts={accounts} autoload={autoloadCredits} />
      </div>
    </HydrationBoundary>
  )
}
