'use client'

import { useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry } from '@/lib/contracts/words'
import { ledgerParsers, normalizeLedger } from '@/lib/url/ledger'

/** The filter in the address bar, and the only way to change it. Each change is one step of the browser's history. */
export function useLedgerFilter() {
  const [parsed, setParsed] = useQueryStates(ledgerParsers, {
    history: 'push',
    shallow: true,
    scroll: false,
  })
  const filter = useMemo(() => normalizeLedger(parsed), [parsed])
  const change = useCallback((patch: Partial<LedgerFilter>) => void setParsed(patch), [setParsed])
  const clear = useCallback(() => void setParsed(everyEntry), [setParsed])
  return { filter, change, clear }
}
