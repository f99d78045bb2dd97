import Link from 'next/link'

/** Three lines, shorter and shorter: a list, shortened. */
const Sign = () => (
  <svg aria-hidden viewBox="0 0 20 16" className="h-4 w-5">
    <rect width="19" height="3.4" rx="1.7" fill="var(--accent)" />
    <rect y="6" width="14" height="3.4" rx="1.7" fill="var(--accent)" opacity=".6" />
    <rect y="12" width="8" height="3.4" rx="1.7" fill="var(--accent)" opacity=".35" />
  </svg>
)

const look = 'flex min-h-8 shrink-0 items-center gap-2.5 font-semibold tracking-tight'

/** The product's name, which leads home; `narrow` where a phone has room for its sign alone. */
export const Wordmark = ({ narrow = false }: { narrow?: boolean }) => (
  // No prefetch: on a slow phone it would compete with the page itself.
  <Link href="/" prefetch={false} className={`${look} rounded-control`}>
    <Sign />
    <span className={narrow ? 'max-sm:sr-only' : ''}>Shortlist</span>
  </Link>
)

/** The same for whoever has no home here. */
export const PlainWordmark = () => (
  <span className={look}>
    <Sign />
    <span>Shortlist</span>
  </span>
)
