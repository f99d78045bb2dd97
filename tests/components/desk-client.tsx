import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { defaultKeys, ReaderProvider } from '@/components/shared/reader'
import { bff } from '@/lib/query/bff'

/** A desk of its own for a recruiter, over a server that has nothing under way. */
export function deskWrapper(client = new QueryClient()) {
  vi.spyOn(bff, 'runningFetch').mockResolvedValue({ running: null })
  const reader = { id: 'ada', name: 'Ada', role: 'recruiter' as const, signIn: true, keys: defaultKeys }
  return function Wrapper({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={client}>
        <ReaderProvider reader={reader}>{children}</ReaderProvider>
      </QueryClientProvider>
    )
  }
}
