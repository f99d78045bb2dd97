import { Absent } from '@/components/ui/text'
import { WrittenDay } from '@/components/ui/written-day'
import type { Candidate } from '@/lib/contracts/candidate'

/** The day on which a person applied, as the network states it. */
export function AppliedCell({ candidate: { appliedAt, unreadable } }: { candidate: Candidate }) {
  if (appliedAt !== null) return <WrittenDay day={appliedAt} />
  return unreadable ? null : <Absent>Not given</Absent>
}
