import { barHeight, barPaths, barSeams, type CareerBar as Bar } from '@/lib/domain/career-bar'
import type { CareerAxis } from '@/lib/domain/career-axis'

type Props = { bar: Bar; axis: CareerAxis; label: string }

// Paler inside, with an edge as clear as that of the others.
const looks = {
  pastUncertain: 'bar-past bar-uncertain',
  past: 'bar-past',
  currentUncertain: 'bar-current bar-uncertain',
  current: 'bar-current',
} as const

/** A career as a small drawing: jobs as bars over time, the current one in the accent, uncertain ends paler. */
export function CareerBar({ bar, axis, label }: Props) {
  const paths = barPaths(bar, axis)
  const seams = barSeams(bar, axis)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${axis.to - axis.from} ${barHeight}`}
      preserveAspectRatio="none"
      data-career
      className="h-6 min-w-0 flex-1 last:me-8"
    >
      {(Object.keys(looks) as (keyof typeof looks)[]).map((kind) =>
        paths[kind] === '' ? null : (
          <path key={kind} d={paths[kind]} vectorEffect="non-scaling-stroke" className={looks[kind]} />
        ),
      )}
      {seams === '' ? null : (
        <path
          d={seams}
          vectorEffect="non-scaling-stroke"
          strokeWidth="1.5"
          className="stroke-panel forced-colors:stroke-[Canvas]"
        />
      )}
    </svg>
  )
}
