'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CommandKeys } from '@/components/shared/command-keys'
import { useCommands } from '@/components/shared/commands'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingDialog } from '@/components/shared/waiting'
import { useIntent } from '@/components/ui/use-intent'
import type { HelpSheetProps } from './help-sheet'

const nothing = () => null

const HelpSheet = lazyPart<HelpSheetProps>(
  async () => (await import('./help-sheet')).HelpSheet,
  (props) => <WaitingDialog {...props} anchor={nothing} label="Keyboard shortcuts" />,
)

const prepare = () => HelpSheet.prepare()

/** The keyboard of every page for members, and what its general commands do. */
export function CommandLayer() {
  const router = useRouter()
  const [shown, setShown] = useState<'help' | null>(null)
  useIntent(prepare)
  useCommands({
    help: () => setShown('help'),
    goJobs: () => router.push('/'),
    goCredits: () => router.push('/credits'),
    goSettings: () => router.push('/settings'),
  })
  const close = () => setShown(null)
  return (
    <>
      <CommandKeys />
      {shown === 'help' ? <HelpSheet onClose={close} /> : null}
    </>
  )
}
