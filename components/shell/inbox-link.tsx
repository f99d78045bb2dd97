'use client'

import { useQuery } from '@tanstack/react-query'
import { Inbox } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { usePathname } from 'next/navigation'
import { inboxCountQuery } from '@/lib/query/inbox'

/** Leads to what waits for the reader, and says how much of it is unread. */
export function InboxLink() {
  const here = usePathname() === '/inbox'
  const { data } = useQuery({ ...inboxCountQuery, staleTime: 30_000 })
  const unread = data?.unread ?? 0
  return (
    <Link
      href="/inbox"

      aria-label={unread === 0 ? 'Inbox' : `Inbox, ${unread} unread`}
      aria-current={here ? 'page' : undefined}
      title="Inbox"
      className={`relative grid size-8 shrink-0 place-items-center rounded-control hover:bg-soft hover:text-ink ${
        here ? 'text-ink' : 'text-muted'
      }`}
    >
      <Inbox aria-hidden className="size-4" />
      {unread === 0 ? null : (
        <span
          aria-hidden
          className="absolute -end-0.5 -top-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-accent-ink"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}
