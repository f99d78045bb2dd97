import { Button } from '@/components/ui/button'
import type { Problem } from '@/lib/contracts/problem'

/** Where the people would be, when there are none. */
export function NobodyShown({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return (
    <div className="mx-auto max-w-md px-6 py-16 text-center">
      <h2 className="font-semibold">{filtered ? 'Nobody here matches' : 'Nobody is in this list yet'}</h2>
      <p className="mt-1.5 text-muted">
        {filtered
          ? 'The search looks only through what is shown to you.'
          : 'It shows people as they apply. Look again later: the link stays the same.'}
      </p>
      {filtered ? (
        <Button className="mt-4" onClick={onClear}>
          Show everyone
        </Button>
      ) : null}
    </div>
  )
}

/** The list could not be read, or not be read on. */
export function NotRead({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="mx-5 mb-3 flex flex-wrap items-center gap-3 rounded-panel border border-danger/30 bg-danger-soft px-4 py-3 card:mx-4"
    >
      <p className="min-w-0 flex-1">
        <span className="font-medium">{problem.title}.</span> {problem.detail}
      </p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  )
}

/** What the view asks for is on its way; the people before it stay. */
export function Preparing({ detail }: { detail: string }) {
  return (
    <p role="status" className="mx-5 mb-3 rounded-panel border border-line bg-soft px-4 py-3 card:mx-4">
      {detail}
    </p>
  )
}
