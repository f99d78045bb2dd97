import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { TopBar } from '@/components/shell/top-bar'
import { ReaderProvider } from '@/components/shared/reader'
import { creditMeterQuery } from '@/lib/query/options'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'

export default async function AppLayout({ children }: { children: ReactNode }) {
  const services = await getServices()
  const client = new QueryClient()
  await client.prefetchQuery(creditMeterQuery(() => services.showCreditMeter()))
  const { name, role, sessionId } = services.actor
  return (
    <ReaderProvider reader={{ name, role, signIn: sessionId !== null }}>
      <div className="flex h-dvh flex-col">
        <HydrationBoundary state={dehydrate(client)}>
          <TopBar sandbox={services.config.sandbox} />
        </HydrationBoundary>
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
          {children}
        </main>
      </div>
    </ReaderProvider>
  )
}
