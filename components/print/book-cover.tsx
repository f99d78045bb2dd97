import { Bdi } from '@/components/shared/text'
import type { Criterion } from '@/lib/contracts/criteria'
import type { ExportProvenance } from '@/lib/contracts/export'
import { matrixColumns, ruleInWords } from '@/lib/domain/criteria-matrix'
import { PrintFacts } from './print-facts'

type Props = { provenance: ExportProvenance; notes: boolean; criteria: readonly Criterion[] }

/** The first page of a book: what it holds, as of when, what it does not hold, and what the job asks for. */
export function BookCover({ provenance, notes, criteria }: Props) {
  const { job, people } = provenance
  return (
    <header className="flex min-h-[20cm] break-after-page flex-col justify-center gap-6 py-8">
      <div>
        <p className="text-muted">Applicants</p>
        <h1 className="text-2xl font-semibold tracking-tight">
          <Bdi>{job.label ?? `Job ${job.jobId}`}</Bdi>
        </h1>
      </div>
      <PrintFacts provenance={provenance} more={[['Notes', notes ? 'Included' : 'Left out']]} />
      {criteria.length === 0 ? null : (
        <section aria-labelledby="book-criteria">
          <h2 id="book-criteria" className="mb-1 font-semibold">
            Criteria
          </h2>
          <ul className="flex flex-col gap-0.5 text-note">
            {matrixColumns(criteria).map((criterion) => (
              <li key={criterion.id} className="wrap-anywhere">
                <span className="font-medium">
                  <Bdi>{criterion.name}</Bdi>
                </span>{' '}
                <span className="text-muted">
                  {criterion.need} · <Bdi>{ruleInWords(criterion)}</Bdi>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="text-note text-muted">
        {people === 1 ? 'One person follows.' : `${people} people follow, in the order of the view.`} Personal
        data of applicants: keep it with the job, and no longer.
      </p>
    </header>
  )
}
