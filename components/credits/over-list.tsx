import type { ReactNode } from 'react'

/**
 * Stands over the header of the list, so that no row moves when it comes or goes and hardly any of one is covered. It
 * hangs from the block above the table, of which it stays a part: the keyboard reaches it right after the buttons it is
 * about.
 */
export const OverList = ({ children }: { children: ReactNode }) => (
  <div className="absolute inset-x-5 top-full z-1 -mt-2 *:shadow-float empty:hidden card:inset-x-4">
    {children}
  </div>
)
