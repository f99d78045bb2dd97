import type { ReactNode } from 'react'
import { TopBar } from '@/components/shell/top-bar'
import { getServices } from '@/lib/server/runtime'

export const dynamic = 'force-dynamic'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { config } = await getServices()
  return (
    <div className="flex h-dvh flex-col">
      <TopBar sandbox={config.sandbox} />
      <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
        {children}
      </main>
    </div>
  )
}
