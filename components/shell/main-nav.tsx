'use client'

import { usePathname } from 'next/navigation'
import { Link } from '@/components/ui/link'

const places = [
  { href: '/', name: 'Jobs', holds: (path: string) => path === '/' || path.startsWith('/jobs/') },
  { href: '/people', name: 'People', holds: (path: string) => path === '/people' },
  // On a phone the credits of the day, in the same bar, lead there.
  { href: '/credits', name: 'Credits', wide: true, holds: (path: string) => path === '/credits' },
]

/** The few places there are. The one that a page lies in is marked, whether it is that page or one below it. */
export function MainNav() {
  const path = usePathname()
  return (
    <nav aria-label="Main" className="flex items-center">
      {places.map(({ href, name, wide = false, holds }) => {
        const here = holds(path)
        return (
          <Link
            key={href}
            href={href}
            aria-current={path === href ? 'page' : here ? 'true' : undefined}
            className={`inline-flex h-8 items-center rounded-control px-2.5 text-note max-sm:px-1.5 ${wide ? 'max-sm:hidden' : ''} ${
              here
                ? 'font-medium text-ink underline decoration-accent decoration-2 underline-offset-[6px]'
                : 'text-muted hover:bg-soft hover:text-ink'
            }`}
          >
            {name}
          </Link>
        )
      })}
    </nav>
  )
}
