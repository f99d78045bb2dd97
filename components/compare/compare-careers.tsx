import { CareerBar } from '@/components/shared/career-bar'
import { CareerLegend, CareerYears } from '@/components/shared/career-years'
import { Bdi } from '@/components/shared/text'
import type { Experience } from '@/lib/contracts/candidate'
import type { Month } from '@/lib/contracts/month'
import type { CareerAxis } from '@/lib/domain/career-axis'
import { careerBar } from '@/lib/domain/career-bar'
import { describeCareer } from '@/lib/domain/career-words'

type Career = { id: string; name: string; experiences: readonly Experience[]; asOf: Month }

/** The careers of a few people on one axis, one below the other. */
export const CompareCareers = ({ careers, axis }: { careers: readonly Career[]; axis: CareerAxis }) => (
  <section
    aria-labelledby="careers"
    className="mt-4 rounded-panel border border-line bg-panel px-4 py-3 text-note"
  >
    <div className="flex flex-wrap justify-between gap-x-4">
      <h2 id="careers" className="font-semibold">
        Careers
      </h2>
      <span className="text-small">
        <CareerLegend />
      </span>
    </div>
    <div className="mt-2 grid grid-cols-[minmax(0,11rem)_minmax(0,1fr)] items-center gap-x-4 gap-y-2 max-sm:grid-cols-1 max-sm:gap-y-1">
      <span className="max-sm:hidden" />
      <CareerYears axis={axis} />
      {careers.map(({ id, name, experiences, asOf }) => (
        <div key={id} className="contents">
          <span className="min-w-0 truncate">
            <Bdi>{name}</Bdi>
          </span>
          {experiences.length === 0 ? (
            <span className="text-muted">No jobs listed</span>
          ) : (
            <span className="flex *:me-0!">
              <CareerBar
                bar={careerBar(experiences, asOf)}
                axis={axis}
                label={`${name}: ${describeCareer(experiences, asOf)}`}
              />
            </span>
          )}
        </div>
      ))}
    </div>
  </section>
)
