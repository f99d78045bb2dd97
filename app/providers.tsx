'use client'

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ThemeProvider } from 'next-themes'
import { type ReactNode, useEffect, useState } from 'react'
import { Announcer } from '@/components/ui/announcer'
import { leaveTo } from '@/components/ui/leave-to'
import { noteBuild } from '@/components/shared/build-state'
import { UpdateNotice } from '@/components/shared/update-notice'
import { LocaleProvider } from '@/components/shared/use-locale'
import { useRoutedLinks } from '@/components/shared/use-routed-links'
import { setStyleNonce } from '@/components/ui/style-nonce'
import { useIntent } from '@/components/ui/use-intent'
import { prepareToRead } from '@/lib/query/bff'
import { onAnswer, isPreparing, ProblemError } from '@/lib/query/http'
import type { ReaderLocale } from '@/lib/domain/reader-locale'
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
        // What is being prepared is asked for until it is there.
        retry: (failures, error) =>
          error instanceof ProblemError &&
          (isPreparing(error) ||
            (failures < 2 && (error.problem.status === 0 || error.problem.status >= 500))),
        retryDelay: (failures, error) =>
          isPreparing(error) ? 1_000 : Math.min(1_000 * 2 ** failures, 30_000),
      },
    },
  })

type Props = { children: ReactNode; nonce: string | undefined; locale: ReaderLocale }

export function Providers({ children, nonce, locale }: Props) {
  const [client] = useState(makeClient)
  // A refresh brings the nonce of another answer; the document keeps to the policy that it came with.
  const [ownNonce] = useState(() => {
    setStyleNonce(nonce)
    return nonce
  })
  useIntent(prepareToRead)
  useRoutedLinks()
  useEffect(() => onAnswer(noteBuild), [])
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={ownNonce}
    >
      <QueryClientProvider client={client}>
        <LocaleProvider initial={locale}>{children}</LocaleProvider>
      </QueryClientProvider>
      <Announcer />
      <UpdateNotice />
    </ThemeProvider>
  )
}
