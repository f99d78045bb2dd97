import type { ReactNode } from 'react'
import { useLasting } from '@/components/ui/use-lasting'
import { useLiveState } from './live-store'

// Shorter breaks are not worth a word.
const quietMs = 4_000

/** Whether changes by others have not arrived for a while. */
export const useLost = (): boolean => useLasting(!useLiveState().up, quietMs)

/** Over the lower edge, where it moves nothing. */
export const LiveStatus = ({ children }: { children: ReactNode }) => (
  <div
    role="status"
    aria-label="Changes by others"
    className="pointer-events-none fixed inset-x-0 bottom-[calc(max(4.5rem,1.5rem+var(--floating-h,0px))+var(--below,0px))] z-20 flex justify-center px-4"
  >
    {children}
  </div>
)

export const LostNote = () => (
  <p className="rounded-panel border border-line bg-panel px-3 py-2 text-note shadow-float">
    Connection lost: changes by others show when it is back.
  </p>
)
