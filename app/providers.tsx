'use client'

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { Announcer } from '@/components/ui/announcer'
import { leaveTo } from '@/components/ui/leave-to'
import { useIntent } from '@/components/ui/use-intent'
import { prepareToRead } from '@/lib/query/bff'
import { ProblemError } from '@/lib/query/http'
import { signInPath } from '@/lib/url/return-to'

// A session has ended: the same page again, once somebody has signed in.
function onReadError(error: Error): void {
  if (!(error instanceof ProblemError) || error.problem.code !== 'sign_in_required') return
  const { pathname, search } = window.location
  leaveTo(signInPath(pathname + search))
}

const makeClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: onReadError }),
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
