import type { ReactNode } from 'react'
import { barLook } from './bar-look'
import { HomeLink } from './home-link'
import { Wordmark, wordmarkLook } from './wordmark'

/** The frame of a page that nothing may be asked for: the address is wrong, or the server is out of order. */
export function BareFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-dvh flex-col">
      <header className={barLook}>
        <HomeLink className={`${wordmarkLook} rounded-control`}>
          <Wordmark />
        </HomeLink>
      </header>
      <main className="min-h-0 flex-1 overflow-auto">{children}</main>
    </div>
  )
}
