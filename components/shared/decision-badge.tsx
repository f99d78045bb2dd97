import { type Decision, decidedWords } from '@/lib/contracts/decision-words'

// Round and solid where a rating is a soft box, and no shape of theirs: our decision must not be taken for the network's.
const look =
  'inline-block h-6 max-w-full shrink-0 truncate rounded-full border px-2 text-small leading-5.5 font-semibold align-middle ' +
  'before:me-1 before:inline-block before:size-3 before:bg-current before:align-[-1.5px] forced-colors:before:bg-[CanvasText]'

const looks: Record<Decision, string> = {
  shortlist: 'border-accent bg-accent text-accent-ink before:mask-(--shape-shortlist)',
  maybe: 'border-accent text-accent before:mask-(--shape-later)',
  reject: 'border-edge text-muted before:mask-(--shape-reject)',
}

/** What the team decided about somebody, in a word and a shape. */
export const DecisionBadge = ({ decision }: { decision: Decision }) => (
  <span className={`${look} ${looks[decision]}`}>{decidedWords[decision]}</span>
)
