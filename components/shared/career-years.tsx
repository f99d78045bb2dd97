import { axisTicks, type CareerAxis, placeOnAxis } from '@/lib/domain/career-axis'

/** The years that careers are drawn on, each where it begins. */
export const CareerYears = ({ axis }: { axis: CareerAxis }) => (
  <div aria-hidden className="relative h-4">
    {axisTicks(axis).map(({ month, year }) => (
      <span
        key={year}
        className="absolute -translate-x-1/2 text-small font-normal text-muted rtl:translate-x-1/2"
        style={{ insetInlineStart: `${placeOnAxis(axis, month) * 100}%` }}
      >
        {/* A narrow column has no room for four digits. */}
        {`’${String(year).slice(-2)}`}
      </span>
    ))}
  </div>
)

const sample = 'me-1 inline-block h-2 w-3.5 rounded-full align-[0.5px] forced-colors:border'

/** What the colours of a career's drawing mean, in a line. */
export const CareerLegend = () => (
  <span className="font-normal whitespace-nowrap text-muted">
    <i aria-hidden className={`${sample} bg-accent`} />
    now
    <i aria-hidden className={`${sample} ms-2 bg-bar`} />
    before
  </span>
)
