import type { Job } from '@/lib/contracts/job'

type Props = { job: Job; onlyNew: boolean; onToggle: () => void }

function newsWords({ sinceVisit }: Job): string | null {
  const parts = [
    sinceVisit.new > 0 ? `${sinceVisit.new} new` : null,
    sinceVisit.rerated > 0 ? `${sinceVisit.rerated} re-rated` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : `${parts.join(' and ')} since your last visit`
}

/** Under the job's name: its id, who is gone, and what this reader has not seen yet, which the list can be narrowed to. */
export function JobNews({ job, onlyNew, onToggle }: Props) {
  const news = newsWords(job)
  const facts = [
    job.label === null ? 'Applicants' : `Job ${job.jobId}`,
    job.gone > 0 ? `${job.gone} no longer listed` : null,
  ].filter((fact) => fact !== null)
  return (
    <p className="text-note text-muted">
      {facts.join(' · ')}
      {news !== null || onlyNew ? (
        <>
          {' · '}
          <button
            type="button"
            aria-pressed={onlyNew}
            onClick={onToggle}
            className="min-h-6 rounded font-medium text-accent underline-offset-2 hover:underline"
          >
            {onlyNew ? 'Show everyone' : news}
          </button>
        </>
      ) : null}
    </p>
  )
}
