'use client'

import { usePathname } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { Settings } from '@/components/ui/icons'
import { useReader } from '@/components/shared/reader'

/** Leads to the reader's account, and to what an owner looks after. */
export function SettingsLink() {
  const { name, role, signIn } = useReader()
  const here = usePathname().startsWith('/settings')
  return (
    <Link
      href="/settings"
      aria-label="Settings"
      aria-current={here ? 'true' : undefined}
      title={signIn ? `Settings · ${name}, ${role}` : 'Settings'}
      className={`grid size-8 shrink-0 place-items-center rounded-control hover:bg-soft hover:text-ink ${
        here ? 'text-ink' : 'text-muted'
      }`}
    >
      <Settings className="size-4" />
    </Link>
  )
}
