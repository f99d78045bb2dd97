/** Three lines, shorter and shorter: a list, shortened. */
const Sign = () => (
  <svg aria-hidden viewBox="0 0 20 16" className="h-4 w-5">
    <rect width="19" height="3.4" rx="1.7" fill="var(--accent)" />
    <rect y="6" width="14" height="3.4" rx="1.7" fill="var(--accent)" opacity=".6" />
    <rect y="12" width="8" height="3.4" rx="1.7" fill="var(--accent)" opacity=".35" />
  </svg>
)

export const wordmarkLook = 'flex min-h-8 shrink-0 items-center gap-2.5 font-semibold tracking-tight'

/** The product's name with its sign; `narrow` where a phone has room for the sign alone. */
export const Wordmark = ({ narrow = false }: { narrow?: boolean }) => (
  <>
    <Sign />
    <span className={narrow ? 'max-sm:sr-only' : ''}>Shortlist</span>
  </>
)
