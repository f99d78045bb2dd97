import type { ReactNode } from 'react'
import { CommandKeys } from '@/components/shared/command-keys'
import { ThemeToggle } from '@/components/shell/theme-toggle'
import { barLook } from '@/components/shell/bar-look'
import { Wordmark, wordmarkLook } from '@/components/shell/wordmark'

export const dynamic = 'force-dynamic'
// Not the list's own name: a title is seen before a passcode is given, and by whoever looks over a shoulder.
export const metadata = { title: 'Shared list' }

/** The frame of a guest, who has no other place here to go to. */
export default function GuestLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-dvh flex-col">
      <CommandKeys />
      <header className={barLook}>
        <span className={wordmarkLook}>
          <Wordmark />
        </span>
        <span className="flex-1" />
        <ThemeToggle />
      </header>
      <main id="main" tabIndex={-1} className="@container/desk min-h-0 flex-1 overflow-auto outline-none">
        {children}
      </main>
    </div>
  )
}
