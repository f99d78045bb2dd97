'use client'

import { useId, useState } from 'react'
import { Highlight } from '@/components/shared/text'
import { highlightRanges } from '@/lib/domain/search'

// A fold hides enough to be worth a press: what is a line too long stays open. `length` is about what the lines hold.
const folds = {
  few: { length: 420, lines: 5, clamp: 'line-clamp-4' },
  many: { length: 1_600, lines: 24, clamp: 'line-clamp-[20]' },
}

type Props = {
  text: string
  terms: readonly string[]
  /** How many lines of a long text are shown. */
  fold: keyof typeof folds
  /** What the text is, for a button that is read out by itself. */
  what: string
}

/** A text as written, its lines and spaces kept; a long one folds, unless a match of the search would be hidden. */
export function FoldedText({ text, terms, fold, what }: Props) {
  const id = useId()
  const { length, lines, clamp } = folds[fold]
  const long = text.length > length || text.split('\n', lines + 1).length > lines
  const hidesMatch = long && highlightRanges(text, terms).some(({ end }) => end > length / 2)
  const [choice, setChoice] = useState<boolean | null>(null)
  const open = choice ?? hidesMatch
  return (
    <div className="mt-1 max-w-prose">
      <p id={id} dir="auto" className={`wrap-anywhere whitespace-pre-wrap ${long && !open ? clamp : ''}`}>
        <Highlight text={text} terms={terms} />
      </p>
      {long ? (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setChoice(!open)}
          className="min-h-6 rounded-mark text-note font-medium text-accent"
        >
          {open ? 'Show less' : 'Show more'} <span className="sr-only">of {what}</span>
        </button>
      ) : null}
    </div>
  )
}
