'use client'

import { useId, useState } from 'react'
import { Highlight } from '@/components/ui/text'
import { highlightRanges } from '@/lib/domain/search'

const foldedLength = 320
const foldedLines = 4

/** A description as written, its lines kept; a long one folds, unless what was searched for is in its hidden part. */
export function FoldedText({ text, terms }: { text: string; terms: readonly string[] }) {
  const id = useId()
  const long = text.length > foldedLength || text.split('\n').length > foldedLines
  const hiddenMatch = long && highlightRanges(text, terms).some(({ end }) => end > foldedLength / 2)
  const [choice, setChoice] = useState<boolean | null>(null)
  const open = choice ?? hiddenMatch
  return (
    <div className="mt-1 max-w-prose">
      <p
        id={id}
        dir="auto"
        className={`break-words whitespace-pre-line ${long && !open ? 'line-clamp-4' : ''}`}
      >
        <Highlight text={text} terms={terms} />
      </p>
      {long ? (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setChoice(!open)}
          className="min-h-6 rounded text-note font-medium text-accent"
        >
          {open ? 'Show less' : 'Show all'}
        </button>
      ) : null}
    </div>
  )
}
