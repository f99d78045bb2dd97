'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CommandKeys } from '@/components/shared/command-keys'
import { useCommands } from '@/components/shared/commands'
import { lazyPart } from '@/components/shared/lazy-part'
import { WaitingDialog } from '@/components/shared/waiting'
import { useIntent } from '@/components/ui/use-intent'
import type { HelpSheetProps } from './help-sheet'
import type { PaletteProps } from './palette'

const nothing = () => null

const HelpSheet = lazyPart<HelpSheetProps>(
  async () => (await import('./help-sheet')).HelpSheet,
  (props) => <WaitingDialog {...props} anchor={nothing} label="Keyboard shortcuts" />,
)

const Palette = lazyPart<PaletteProps>(
  async () => (await import('./palette')).Palette,
  (props) => <WaitingDialog {...props} anchor={nothing} label="Search and commands" />,
)

const prepare = () => {
  Palette.prepare()
  HelpSheet.prepare()
}

/** The keyboard of every page for members, and what its general commands do. */
export function CommandLayer({ defaultAccount }: { defaultAccount: string }) {
  const router = useRouter()
  const [shown, setShown] = useState<'help' | 'palette' | null>(null)
  useIntent(prepare)
  useCommands({
    palette: () => setShown('palette'),
    help: () => setShown('help'),
    goJobs: () => router.push('/'),
    goPeople: () => router.push('/people'),
    goCredits: () => router.push('/credits'),
    goInbox: () => router.push('/inbox'),
    goSettings: () => router.push('/settings'),
  })
  const close = () => setShown(null)
  return (
    <>
      <CommandKeys />
      {shown === 'palette' ? <Palette defaultAccount={defaultAccount} onClose={close} /> : null}
      {shown === 'help' ? <HelpSheet onClose={close} /> : null}
    </>
  )
}
