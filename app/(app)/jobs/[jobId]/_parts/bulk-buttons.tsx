'use client'

import { getCommand } from '@/components/shared/commands'
import { useMay } from '@/components/shared/reader'
import { useShortcut } from '@/components/shared/use-shortcut'
import { Button } from '@/components/ui/button'
import type { CommandId } from '@/lib/domain/commands'
import { decisions, decisionWords } from '@/lib/contracts/decision-words'

function BulkButton({ command, label }: { command: CommandId; label: string }) {
  const { aria, hint } = useShortcut(command)
  return (
    <Button
      aria-haspopup="dialog"
      aria-keyshortcuts={aria}
      title={`${label}${hint}`}
      onClick={() => getCommand(command)?.()}
    >
      {label}
    </Button>
  )
}

/** Takes everyone selected out of the product: as a file, or as a table into a mail. */
export function ExportButtons() {
  if (!useMay('export')) return null
  return (
    <>
      <BulkButton command="copyTable" label="Copy as a table" />
      <BulkButton command="exportList" label="Export" />
    </>
  )
}

/** Decides about everyone selected, tags them, and says what is next. */
export function BulkButtons() {
  if (!useMay('decide')) return null
  return (
    <>
      {decisions.map((decision) => (
        <BulkButton key={decision} command={decision} label={decisionWords[decision]} />
      ))}
      <BulkButton command="tag" label="Tag" />
      <BulkButton command="nextAction" label="Next action" />
    </>
  )
}
