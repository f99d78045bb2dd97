type Props = { matched: number; stored: number; total: number | null; busy: boolean }

const share = (part: number, whole: number) => `${whole === 0 ? 0 : Math.min(100, (part / whole) * 100)}%`

/** The scope line as a drawing: what matches, in what is loaded, in everyone who applied. The words beside it say it all: it takes what room they leave. */
export function ScopeTrack({ matched, stored, total, busy }: Props) {
  const whole = Math.max(total ?? 0, stored)
  return (
    <div
      aria-hidden
      className="relative h-1.5 max-w-24 flex-1 overflow-hidden rounded-full bg-soft forced-colors:border card:hidden"
    >
      <i
        className="absolute inset-y-0 start-0 bg-accent/25 transition-[width] duration-quick forced-colors:bg-[GrayText]"
        style={{ width: share(stored, whole) }}
      />
      <i
        className="absolute inset-y-0 start-0 bg-accent transition-[width] duration-quick forced-colors:bg-[Highlight]"
        style={{ width: share(matched, whole) }}
      />
      {busy ? <i className="absolute inset-0 animate-pulse bg-accent/40" /> : null}
    </div>
  )
}
