'use client'

import { useRef } from 'react'
import { getCommand, useCommands } from '@/components/shared/commands'
import { useShortcut } from '@/components/shared/use-shortcut'
import { useComposedText } from '@/components/ui/use-composed-text'
import { Search, X } from '@/components/ui/icons'
import { useSearchText } from './use-search-text'
import type { HistoryStep } from '@/components/shared/use-address'

type Props = {
  committed: string
  /** The rows of that text are on their way. */
  waiting: boolean
  /** The same function from draw to draw. */
  commit: (text: string, step: HistoryStep) => void
}

/** Searches names, headlines, locations, jobs and messages. A key brings the reader here from anywhere on the page. */
export function SearchField({ committed, waiting, commit }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const { text, change, adoptInput, commitNow, clear } = useSearchText(committed, waiting, commit)
  const composed = useComposedText(text, change)

  const shortcut = useShortcut('search')
  useCommands({
    search() {
      input.current?.focus()
      input.current?.select()
    },
  })

  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        commitNow()
      }}
      className="group/search search-field"
    >
      <Search className="pointer-events-none absolute start-2.5 size-3.5 text-muted" />
      <input
        ref={(element) => {
          input.current = element
          adoptInput(element)
        }}
        type="search"
        aria-label="Search applicants"
        aria-keyshortcuts={shortcut.aria}
        placeholder="Search people and jobs"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={200}
        {...composed}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const toList = getCommand('back')
          if (event.key === 'ArrowDown' && toList) {
            event.preventDefault()
            toList()
          }
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (text !== '') clear()
          else (toList ?? (() => input.current?.blur()))()
        }}
        className="search-text"
      />
      {composed.value === '' ? (
        <kbd hidden={shortcut.text === ''} aria-hidden className="search-key">
          {shortcut.text}
        </kbd>
      ) : (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            clear()
            input.current?.focus()
          }}
          className="absolute end-1 grid size-6 place-items-center rounded-mark text-muted hover:text-ink"
        >
          <X className="size-3.5" />
        </button>
      )}
    </form>
  )
}
