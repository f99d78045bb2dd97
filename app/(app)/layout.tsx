import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CommandLayer } from '@/components/commands/command-layer'
import { TopBar } from '@/components/shell/top-bar'
import { DecisionHost } from '@/components/shared/decision-host'
import { ReaderProvider } from '@/components/shared/reader'
import { inboxCountQuery } from '@/lib/query/inbox'
import { creditMeterQuery } from '@/lib/query/options'
import { getServices } from '@/lib/server/runtime/page-services'

export const dynamic = 'force-dynamic'

// A page without them is better than none. Some members turn single keys off because others' would harm them: so do we.
const unreadSettings = { keys: { off: true, keys: {} } }

export default async function AppLayout({ children }: { children: ReactNode }) {
  const services = await getServices()
  const client = new QueryClient()
  const [{ keys }] = await Promise.all([
    services.showSettings().catch(() => unreadSettings),
    client.prefetchQuery(creditMeterQuery(() => services.showCreditMeter())),
    client.prefetchQuery({ ...inboxCountQuery, queryFn: () => services.countInbox() }),
  ])
  const { id, name, role, sessionId } = services.actor
  return (
    <ReaderProvider reader={{ id, name, role, signIn: sessionId !== null, keys }}>
      <CommandLayer defaultAccount={services.config.accounts[0] ?? ''} />
      <div className="flex h-dvh flex-col">
        <HydrationBoundary state={dehydrate(client)}>
          <TopBar sandbox={services.config.sandbox} />
        </HydrationBoundary>
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
          {children}
        </main>
        <DecisionHost />
      </div>
    </ReaderProvider>
  )
}
