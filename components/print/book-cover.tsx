import { Bdi } from '@/components/shared/text'
import type { ExportProvenance } from '@/lib/contracts/export'
import { PrintFacts } from './print-facts'

type Props = { provenance: ExportProvenance; notes: boolean }

/** The first page of a book: what it holds, as of when, and what it does not hold. */
export function BookCover({ provenance, notes }: Props) {
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
      <p className="text-note text-muted">
        {people === 1 ? 'One person follows.' : `${people} people follow, in the order of the view.`} Personal
        data of applicants: keep it with the job, and no longer.
      </p>
    </header>
  )
}
