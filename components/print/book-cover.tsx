import { Bdi } from '@/components/shared/text'
import type { ExportProvenance } from '@/lib/contracts/export'

type Props = { provenance: ExportProvenance; notes: boolean }

/** The first page of a book: what it holds, as of when, and what it does not hold. */
export function BookCover({ provenance, notes }: Props) {
  const { job, view, asOf, exportedBy, people, scope } = provenance
  const facts = [
    ['Scope', scope],
    ['View', view === '' ? 'Everyone, as the network ranks them' : decodeURIComponent(view)],
    ['As of', `${asOf.slice(0, 16).replace('T', ' ')} UTC`],
    ['Printed by', exportedBy],
    ['Notes', notes ? 'Included' : 'Left out'],
  ] as const
  return (
    <header className="flex min-h-[20cm] break-after-page flex-col justify-center gap-6 py-8">
      <div>
        <p className="text-muted">Applicants</p>
        <h1 className="text-2xl font-semibold tracking-tight">
          <Bdi>{job.label ?? `Job ${job.jobId}`}</Bdi>
        </h1>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="wrap-anywhere">
              <Bdi>{value}</Bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-note text-muted">
        {people === 1 ? 'One person follows.' : `${people} people follow, in the order of the view.`} Personal
        data of applicants: keep it with the job, and no longer.
      </p>
    </header>
  )
}
