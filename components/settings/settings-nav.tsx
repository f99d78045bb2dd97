'use client'

import { usePathname } from 'next/navigation'
import { useRef } from 'react'
import { useReader } from '@/components/shared/reader'
import { useScrollEdges } from '@/components/ui/use-scroll-edges'
import { Link } from '@/components/ui/link'
import { may, type Permission } from '@/lib/domain/permissions'

const places: { href: string; name: string; needs: Permission; withoutSignIn: boolean }[] = [
  { href: '/settings', name: 'You', needs: 'own', withoutSignIn: true },
  { href: '/settings/keys', name: 'Keyboard', needs: 'own', withoutSignIn: true },
  { href: '/settings/reasons', name: 'Reasons', needs: 'team', withoutSignIn: true },
  { href: '/settings/tags', name: 'Tags', needs: 'team', withoutSignIn: true },
  { href: '/settings/people', name: 'People', needs: 'people', withoutSignIn: false },
  { href: '/settings/links', name: 'Share links', needs: 'share', withoutSignIn: true },
  { href: '/settings/privacy', name: 'Privacy', needs: 'privacy', withoutSignIn: true },
  { href: '/settings/audit', name: 'Audit log', needs: 'audit', withoutSignIn: true },
  { href: '/settings/how-it-works', name: 'How it works', needs: 'read', withoutSignIn: true },
]

/** The pages of the settings that the reader may open. */
export function SettingsNav() {
  const path = usePathname()
  const { role, signIn } = useReader()
  const nav = useRef<HTMLElement>(null)
  useScrollEdges(nav)
  return (
    <nav
      ref={nav}
      aria-label="Settings"
      className="-mx-1 flex gap-1 overflow-x-auto border-b border-line px-1 data-more-after:mask-r-from-[calc(100%-2.5rem)] data-more-before:mask-l-from-[calc(100%-2.5rem)] max-sm:gap-0"
    >
      {places
        .filter(({ needs, withoutSignIn }) => may(role, needs) && (signIn || withoutSignIn))
        .map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            aria-current={path === href ? 'page' : undefined}
            className={`-mb-px inline-flex h-9 shrink-0 items-center border-b-2 px-2.5 text-note max-sm:px-1.5 ${
              path === href
                ? 'border-accent font-medium text-ink'
                : 'border-transparent text-muted hover:text-ink'
            }`}
          >
            {name}
          </Link>
        ))}
    </nav>
  )
}
