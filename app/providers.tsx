'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { Announcer } from '@/components/ui/announcer'
import { useIntent } from '@/components/ui/use-intent'
import { prepareToRead, ProblemError } from '@/lib/query/bff'

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Reads are free, so a little freshness is cheap; a refusal that names its reason is not asked again.
        staleTime: 30_000,
        retry: (failures, error) =>
          failures < 2 &&
          error instanceof ProblemError &&
          (error.problem.status === 0 || error.problem.status >= 500),
      },
    },
  })

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient)
  useIntent(prepareToRead)
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <QueryClientProvider client={client}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </QueryClientProvider>
      <Announcer />
    </ThemeProvider>
  )
}
