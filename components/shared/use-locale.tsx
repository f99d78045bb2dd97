'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import {
  formatReaderLocale,
  localeCookie,
  parseReaderLocale,
  type ReaderLocale,
} from '@/lib/domain/reader-locale'

const LocaleContext = createContext<ReaderLocale>({ ...parseReaderLocale(null, null), timeZone: 'UTC' })

const year = 31_536_000

const never = () => () => undefined

/** How this browser's reader writes numbers and dates, as the cookie keeps it. */
function ownLocale(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const own = parseReaderLocale(`${navigator.language} ${timeZone}`, null)
  return formatReaderLocale({ ...own, timeZone: own.timeZone ?? 'UTC' })
}

/**
 * Numbers and dates below are written for this reader, in the first HTML too: so nothing flips when the page comes to
 * life. On a first visit no request tells the time zone: times wait for it. A cookie tells it from then on.
 * @param initial what the server took from the request
 */
export function LocaleProvider({ initial, children }: { initial: ReaderLocale; children: ReactNode }) {
  const sent = formatReaderLocale(initial)
  const own = useSyncExternalStore(never, ownLocale, () => sent)
  const reader = useMemo(() => parseReaderLocale(own, null), [own])
  useEffect(() => {
    if (own === sent) return
    document.cookie = `${localeCookie}=${encodeURIComponent(own)}; path=/; max-age=${year}; samesite=lax`
  }, [own, sent])
  return <LocaleContext value={reader}>{children}</LocaleContext>
}

/** The reader's locale and time zone. */
export const useReaderLocale = (): ReaderLocale => useContext(LocaleContext)

/** The reader's locale, for `Intl`. */
export const useLocale = (): string => useReaderLocale().locale
