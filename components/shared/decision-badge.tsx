import { type Decision, decidedWords } from '@/lib/contracts/decision-words'

// Round and solid where a rating is a soft box, and no shape of theirs: our decision must not be taken for the network's.
const looks: Record<Decision, string> = {
  shortlist: 'border-accent bg-accent text-accent-ink before:mask-(--shape-shortlist)',
  maybe: 'border-accent text-accent before:mask-(--shape-later)',
  reject: 'border-edge text-muted before:mask-(--shape-reject)',
}

/** What the team decided about somebody, in a word and a shape. */
export const DecisionBadge = ({ decision }: { decision: Decision }) => (
  <span className={`decision-badge ${looks[decision]}`}>{decidedWords[decision]}</span>
)
