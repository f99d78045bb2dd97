'use client'

import { Search } from '@/components/ui/icons'
import { getCommand } from '@/components/shared/commands'
import { useShortcut } from '@/components/shared/use-shortcut'

/** Opens the palette: jobs, people and commands by a text. */
export function CommandButton() {
  const { aria } = useShortcut('palette')
  return (
    <button
      type="button"
      aria-label="Search and commands"
      aria-haspopup="dialog"
      aria-keyshortcuts={aria}
      title="Search and commands (Ctrl or ⌘ K)"
      onClick={() => getCommand('palette')?.()}
      className="grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-soft hover:text-ink max-sm:hidden"
    >
      <Search aria-hidden className="size-4" />
    </button>
  )
}
