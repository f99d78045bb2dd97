import type { ReactNode } from 'react'
import { highlightRanges } from '@/lib/domain/search'

/** Text of any script, kept from turning round what stands beside it. */
export const Bdi = ({ children }: { children: ReactNode }) => <bdi dir="auto">{children}</bdi>

/** A text with the places marked that a search matched. @param terms folded, as `searchTerms` gives them */
export function Highlight({ text, terms }: { text: string; terms: readonly string[] }) {
  const ranges = highlightRanges(text, terms)
  if (ranges.length === 0) return text
  const pieces: ReactNode[] = []
  let done = 0
  for (const { start, end } of ranges) {
    // Quiet text would be too faint on the mark's ground.
    pieces.push(
      text.slice(done, start),
      <mark key={start} className="text-ink">
        {text.slice(start, end)}
      </mark>,
    )
    done = end
  }
  pieces.push(text.slice(done))
  return pieces
}
