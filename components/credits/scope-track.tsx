type Props = { matched: number; stored: number; total: number | null; busy: boolean }

const share = (part: number, whole: number) => `${whole === 0 ? 0 : Math.min(100, (part / whole) * 100)}%`

/** The scope line as a drawing: what matches, in what is loaded, in everyone who applied. The words beside it say it all: it takes what room they leave. */
export function ScopeTrack({ matched, stored, total, busy }: Props) {
  const whole = Math.max(total ?? 0, stored)
  return (
    <div aria-hidden className="scope-track">
      <i className="bg-accent/25 forced-colors:bg-[GrayText]" style={{ width: share(stored, whole) }} />
      <i className="bg-accent forced-colors:bg-[Highlight]" style={{ width: share(matched, whole) }} />
      {busy ? <i className="w-full animate-pulse bg-accent/40" /> : null}
    </div>
  )
}
