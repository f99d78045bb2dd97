'use client'

import type { ReactNode } from 'react'
import { SelectionBar } from '@/components/candidate-table/selection-bar'
import { getCommand } from '@/components/shared/commands'
import { useShortcut } from '@/components/shared/use-shortcut'
import { Button } from '@/components/ui/button'
import { comparedPeople } from '@/lib/url/compare'
import { BulkButtons, ExportButtons } from './bulk-buttons'

export type SelectionToolsProps = {
  count: number
  scope: string | null
  onClear: () => void
  children: ReactNode
}

function CompareButton() {
  const { aria, hint } = useShortcut('compare')
  return (
    <Button aria-keyshortcuts={aria} title={`Compare${hint}`} onClick={() => getCommand('compare')?.()}>
      Compare
    </Button>
  )
}

/** What can be done with the people selected. */
export function SelectionTools({ count, scope, onClear, children }: SelectionToolsProps) {
  return (
    <SelectionBar count={count} scope={scope} onClear={onClear}>
      <BulkButtons />
      {count >= comparedPeople.min && count <= comparedPeople.max ? <CompareButton /> : null}
      <ExportButtons />
      {children}
    </SelectionBar>
  )
}
