import { TopChoiceBadge } from '@/components/shared/badges'
import type { CellProps } from './cell'

/** The applicant's own signal: this job is a top choice of theirs. */
export function TopChoiceCell({ candidate }: CellProps) {
  return candidate.isTopChoice === true ? <TopChoiceBadge /> : null
}
