import { Fragment, type ReactNode } from 'react'
import { highlightRanges, type TextRange } from '@/lib/domain/search'

const endless = /\S{200}/gu

/**
 * A text with places to break inside what has none for hundreds of letters. Without them a browser looks for the end
 * of such a word anew at every line: 100,000 letters would stop it for half a minute.
 */
function breakable(text: string): ReactNode {
  if (text.search(endless) === -1) return text
  const pieces: ReactNode[] = []
  let done = 0
  for (const { index, 0: run } of text.matchAll(endless)) {
    const end = index + run.length
    pieces.push(text.slice(done, end), <wbr key={end} />)
    done = end
  }
  pieces.push(text.slice(done))
  return pieces
}

/** Text of any script, kept from turning round what stands beside it. */
export const Bdi = ({ children }: { children: ReactNode }) => (
  <bdi dir="auto">{typeof children === 'string' ? breakable(children) : children}</bdi>
)

// The dash stands before the words, which are out of sight beyond it: in a list of hundreds each element counts.
const dash = "inline-block w-[1em] overflow-clip whitespace-nowrap before:me-[1em] before:content-['–'/'']"

/** Nothing is known here: a dash to look at, in words for who listens. */
export const Absent = ({ children }: { children: string }) => (
  <span className={`${dash} text-note text-muted`}>{children}</span>
)

/** A text with places marked. @param ranges ascending and apart */
export function markRanges(text: string, ranges: readonly TextRange[]): ReactNode {
  if (ranges.length === 0) return breakable(text)
  const pieces: ReactNode[] = []
  let done = 0
  for (const { start, end } of ranges) {
    // Quiet text would be too faint on the mark's ground.
    pieces.push(
      <Fragment key={`before ${start}`}>{breakable(text.slice(done, start))}</Fragment>,
      <mark key={start} className="text-ink">
        {breakable(text.slice(start, end))}
      </mark>,
    )
    done = end
  }
  pieces.push(<Fragment key="rest">{breakable(text.slice(done))}</Fragment>)
  return pieces
}

/**
 * A text with the places marked that a search matched. As the only child of an element, a text without any needs no element
 * of its own, which a component would give it: a list is as quick as it has few of them.
 * @param terms folded, as `searchTerms` gives them
 */
export const highlight = (text: string, terms: readonly string[]): ReactNode =>
  markRanges(text, highlightRanges(text, terms))

type HighlightProps = { text: string; terms: readonly string[] }

/** The same among other children. */
export const Highlight = ({ text, terms }: HighlightProps) => <>{highlight(text, terms)}</>
