export type EmptyKind = 'rows' | 'none' | 'lost'

/** Three rows of the list, as a drawing: to come, empty, or out of reach. */
export function EmptyDrawing({ kind }: { kind: EmptyKind }) {
  const tint = kind === 'rows' ? 'var(--accent)' : 'var(--edge)'
  return (
    <svg aria-hidden viewBox="0 0 168 72" className="size-full" fill="none">
      {[0, 1, 2].map((row) => (
        <g key={row} transform={`translate(${row * 8} ${row * 20})`} opacity={1 - row * 0.3}>
          <rect
            x="0.75"
            y="0.75"
            width="150"
            height="26"
            rx="7"
            fill="var(--panel)"
            stroke="var(--line)"
            strokeWidth="1.5"
            strokeDasharray={kind === 'rows' ? undefined : '4 4'}
          />
          <circle cx="15" cy="13.75" r="5" fill={tint} opacity={kind === 'lost' ? 0.25 : 0.7} />
          <rect
            x="28"
            y="9"
            width={58 - row * 9}
            height="4"
            rx="2"
            fill={tint}
            opacity={kind === 'rows' ? 0.55 : 0.3}
          />
          <rect x="28" y="16" width={84 - row * 14} height="3" rx="1.5" fill="var(--edge)" opacity="0.25" />
        </g>
      ))}
    </svg>
  )
}
