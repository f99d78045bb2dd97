import { FlaskConical } from 'lucide-react'
import Link from 'next/link'
import { CreditMeter } from './credit-meter'
import { ThemeToggle } from './theme-toggle'

/** Three lines, shorter and shorter: a list, shortened. */
const Mark = () => (
  <svg aria-hidden viewBox="0 0 20 16" className="h-4 w-5">
    <rect width="19" height="3.4" rx="1.7" fill="var(--accent)" />
    <rect y="6" width="14" height="3.4" rx="1.7" fill="var(--accent)" opacity=".6" />
    <rect y="12" width="8" height="3.4" rx="1.7" fill="var(--accent)" opacity=".35" />
  </svg>
)

export function TopBar({ sandbox }: { sandbox: boolean }) {
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line bg-panel px-5 max-sm:px-4">
      <a
        href="#main"
        className="sr-only rounded-control bg-accent px-3 py-1.5 text-accent-ink focus:not-sr-only focus:absolute focus:z-50"
      >
        Skip to the content
      </a>
      <Link href="/" className="flex items-center gap-2.5 rounded-control font-semibold tracking-tight">
        <Mark />
        Shortlist
      </Link>
      {sandbox ? (
        <Link
          href="/sandbox"
          className="inline-flex h-6 items-center gap-1 rounded-full bg-star-soft px-2 text-small font-medium whitespace-nowrap text-star"
        >
          <FlaskConical aria-hidden className="size-3.5" />
          Sandbox
          <span className="max-md:sr-only">: sample people, play credits</span>
        </Link>
      ) : null}
      <span className="flex-1" />
      <CreditMeter />
      <ThemeToggle />
    </header>
  )
}
