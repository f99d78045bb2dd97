import type { ReactNode } from 'react'
import { UserRoundSearch } from '@/components/ui/icons'

/** A calm strip above the list, for a link whose person is not on it. */
export function PersonStrip({
  title,
  children,
  actions,
}: {
  title: string
  children: ReactNode
  actions?: ReactNode
}) {
  return (
    <section
      aria-label="The person of this link"
      className="mx-5 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-panel border border-accent/25 bg-accent-soft px-3.5 py-3 card:mx-4"
    >
      <UserRoundSearch className="size-5 shrink-0 text-accent" />
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-semibold">{title}</h2>
        <div className="text-note text-muted">{children}</div>
      </div>
      {actions}
    </section>
  )
}
