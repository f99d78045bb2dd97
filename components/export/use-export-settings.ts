'use client'

import { useMemo } from 'react'
import { storedValue } from '@/components/ui/stored-value'
import { type ExportSettings, parseExportSettings } from '@/lib/domain/export-settings'

const kept = storedValue<string>({
  name: 'shortlist-export',
  storage: () => window.localStorage,
  initial: '',
  parse: (text) => text,
})

/** How this browser exported last, and the way to change it. */
export function useExportSettings(): [ExportSettings, (change: Partial<ExportSettings>) => void] {
  const text = kept.useValue()
  const settings = useMemo(() => parseExportSettings(text), [text])
  return [settings, (change) => kept.write(JSON.stringify({ ...settings, ...change }))]
}

/** The same for what is no component. */
export const readExportSettings = (): ExportSettings => parseExportSettings(kept.read())
