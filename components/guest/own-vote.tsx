import { voteLabels } from '@/components/shared/vote-words'
import type { OwnResponse } from '@/lib/contracts/guest'

/** What this guest said of a person, on their row. */
export function OwnVote({ mine }: { mine: OwnResponse | null }) {
  if (mine === null || (mine.vote === null && mine.comment === null)) return null
  return (
    <span className="inline-block h-6 rounded-control border border-accent/30 bg-accent-soft px-1.5 text-small leading-5.5 font-medium text-accent">
      You: {mine.vote === null ? 'commented' : voteLabels[mine.vote].toLowerCase()}
    </span>
  )
}
