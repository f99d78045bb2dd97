type Props = { of: number; low: number; high: number }

/** A share and its interval, for whoever skims; the numbers beside it say the same. */
export function ShareBar({ of, low, high }: Props) {
  return (
    <span aria-hidden className="relative block h-3 w-full min-w-20 rounded-full bg-line">
      <span
        className="absolute inset-y-0 rounded-full bg-accent/35 forced-colors:bg-[GrayText]"
        style={{ insetInlineStart: `${low * 100}%`, width: `${Math.max(1, (high - low) * 100)}%` }}
      />
      <span
        className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-accent rtl:translate-x-1/2 forced-colors:bg-[Highlight]"
        style={{ insetInlineStart: `${of * 100}%` }}
      />
    </span>
  )
}
