'use client'

import { useCallback, useMemo } from 'react'
import { useAddress } from '@/components/shared/use-address'
import type { LedgerFilter } from '@/lib/contracts/credits'
import { everyEntry } from '@/lib/contracts/words'
import { ledgerParsers, normalizeLedger } from '@/lib/url/ledger'

/** The filter in the address bar, and the only way to change it. Each change is one step of the browser's history. */
export function useLedgerFilter() {
  const [parsed, setParsed] = useAddress(ledgerParsers)
  const filter = useMemo(() => normalizeLedger(parsed), [parsed])
  const change: (patch: Partial<LedgerFilter>) => void = setParsed
  const clear = useCallback(() => setParsed(everyEntry), [setParsed])
  return { filter, change, clear }
}
