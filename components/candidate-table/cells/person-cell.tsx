import { TopChoiceBadge } from '@/components/shared/badges'
import { Bdi, highlight } from '@/components/shared/text'
import { voteWords } from '@/components/shared/vote-words'
import type { MarkedCandidate } from '@/lib/contracts/candidate'
import { displayName } from '@/lib/domain/current-role'
import { excerpt } from '@/lib/domain/search'
import { hiddenMatch, type HiddenMatch } from '@/lib/domain/hidden-match'
import { AppliedElsewhere } from './applied-elsewhere'
import { AppliedTwice } from './applied-twice'
import { headlineInset, RowToggle } from '../row-toggle'
import type { CellProps } from './cell'

const places = { title: 'title', company: 'company', description: 'description' } as const

/** What a search found where the row does not show it: "in a 2019 job description". */
function hiddenWords({ where, year }: HiddenMatch): string {
  if (where === 'message') return 'in their message'
  if (where === 'education') return 'in their education'
  return `in a${year === null ? 'n undated' : ` ${year}`} job ${places[where]}`
}

const unreadableText = 'The provider’s answer for this person could not be read. It is kept as it came.'
const erasedText = 'They applied, and everything else about them was erased.'

const badge = 'shrink-0 rounded-mark px-1 text-small'

function NewDot() {
  return <span aria-hidden title="New since your last visit" className="new-dot" />
}

type HeadlineProps = CellProps & {
  /** Where a search matched when the row does not show it. */
  hidden: HiddenMatch | null
  /** Nothing stands beside it. */
  alone: boolean
}

function Headline({ candidate, meta: { terms, wrap }, hidden, alone }: HeadlineProps) {
  const { unreadable, erased, headline } = candidate
  const text = headline ?? 'No headline'
  const reason = erased ? erasedText : unreadableText
  return (
    <span
      dir="auto"
      className={`person-headline ${alone ? headlineInset : ''} ${hidden ? 'compact:hidden' : ''}`}
    >
      {unreadable ? reason : highlight(wrap ? text : excerpt(text, terms), terms)}
    </span>
  )
}

/** What stands beside the headline: gone from the view or the list, other applications, guests' votes, where a search matched. */
function Badges({ candidate, hidden }: { candidate: MarkedCandidate; hidden: HiddenMatch | null }) {
  const { goneAt, alsoHere, votes, elsewhere, leftView } = candidate
  return (
    <>
      {leftView ? (
        <span className={`${badge} border border-line text-muted`}>No longer in this view</span>
      ) : null}
      {goneAt === null ? null : (
        <span className={`${badge} border border-line text-muted`}>no longer listed</span>
      )}
      {alsoHere ? <AppliedTwice others={alsoHere} /> : null}
      {elsewhere ? <AppliedElsewhere {...elsewhere} /> : null}
      {votes ? (
        <span title="Votes of guests" className={`${badge} bg-accent-soft font-medium text-accent`}>
          <span className="sr-only">Guests: </span>
          {voteWords(votes)}
        </span>
      ) : null}
      {hidden ? (
        <span className={`${badge} bg-mark/60 text-ink compact:shrink compact:truncate`}>
          {hiddenWords(hidden)}
        </span>
      ) : null}
    </>
  )
}

/** The beginning of a message, or of what a search found in it. Three lines stand at the height of a row. */
const Message = ({ text, terms }: { text: string; terms: readonly string[] }) => (
  <span dir="auto" className={`person-message ${headlineInset}`}>
    “{highlight(excerpt(text.replace(/\s+/g, ' ').trim(), terms), terms)}”
  </span>
)

// Most names. In Latin script alone, a name runs left to right without a `bdi` around it.
const latin = /^[\p{Script=Latin}\p{M}]+(?:[ .'’-]+[\p{Script=Latin}\p{M}]+)*$/u

/** Name over headline over message. The name is the row's button: it opens the person. */
export function PersonCell({ candidate, meta }: CellProps) {
  const {
    applicationId,
    isNew,
    goneAt,
    votes,
    alsoHere,
    elsewhere,
    isTopChoice,
    topChoiceMessage,
    leftView,
  } = candidate
  const hidden = hiddenMatch(candidate, meta.terms)
  const alone = goneAt === null && !hidden && !votes && !alsoHere && !elsewhere && !leftView
  const headline = <Headline candidate={candidate} meta={meta} hidden={hidden} alone={alone} />
  const text = highlight(displayName(candidate), meta.terms)
  const name = (
    <RowToggle applicationId={applicationId}>
      {isNew ? (
        <>
          <span className="sr-only">New: </span>
          <Bdi>{text}</Bdi>
        </>
      ) : typeof text === 'string' && latin.test(text) ? (
        text
      ) : (
        <Bdi>{text}</Bdi>
      )}
    </RowToggle>
  )
  return (
    <>
      {isNew ? <NewDot /> : null}
      {isTopChoice === true ? (
        <span className="flex max-w-full min-w-0 items-center gap-1.5 compact:contents compact:in-data-wrap:flex">
          {name}
          <TopChoiceBadge small />
        </span>
      ) : (
        name
      )}
      {alone ? (
        headline
      ) : (
        <span className={`flex max-w-full min-w-0 items-baseline gap-1.5 ${headlineInset}`}>
          {headline}
          <Badges candidate={candidate} hidden={hidden} />
        </span>
      )}
      {isTopChoice === true && topChoiceMessage !== null ? (
        <Message text={topChoiceMessage} terms={meta.terms} />
      ) : null}
    </>
  )
}
