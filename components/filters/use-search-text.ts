'use client'

import { useCallback, useRef, useState } from 'react'
import type { HistoryStep } from '@/components/shared/use-address'
import { useNewestText } from './use-newest-text'

// Typing after a pause starts another search, with a history step of its own.
const restMs = 1_000

/**
 * The text in the search field. What the reader types goes into the address at once, or as soon as the rows of the text
 * before are there; the field follows the address when Back or a link changes it.
 * @param committed the text of the address
 * @param waiting its rows are on their way
 */
export function useSearchText(
  committed: string,
  waiting: boolean,
  commit: (text: string, step: HistoryStep) => void,
) {
  const [text, setText] = useState(committed)
  /** Differs from the address by what was typed since. */
  const [ahead, setAhead] = useState(false)
  const [followed, setFollowed] = useState(committed)
  const [sent, setSent] = useState(committed)
  const step = useRef<HistoryStep>('push')
  const typedAt = useRef(Number.NEGATIVE_INFINITY)

  if (committed !== followed) {
    setFollowed(committed)
    // What was typed since it was sent must not be taken away by its own echo; what Back or a link says counts more.
    if (committed !== sent || (!ahead && committed !== text.trim())) {
      setText(committed)
      setAhead(false)
    }
  }

  const send = useCallback(
    (next: string) => {
      setAhead(false)
      setSent(next)
      commit(next, step.current)
      step.current = 'replace'
    },
    [commit],
  )
  useNewestText({ text: ahead ? text.trim() : committed, sent: committed, waiting, send })

  const change = (next: string) => {
    const now = performance.now()
    if (now - typedAt.current > restMs) step.current = 'push'
    typedAt.current = now
    setText(next)
    setAhead(next.trim() !== committed)
  }
  const adopted = useRef(false)
  /** Takes over what was typed into the field before scripts ran: drawing it a second time would wipe that out. */
  const adoptInput = (input: HTMLInputElement | null) => {
    if (!input || adopted.current) return
    adopted.current = true
    if (input.value !== text) change(input.value)
  }
  /** Sends a text now, and lets what is typed next be a search of its own. */
  const settle = (next: string) => {
    setText(next)
    if (next.trim() !== committed) send(next.trim())
    typedAt.current = Number.NEGATIVE_INFINITY
  }
  return { text, change, adoptInput, commitNow: () => settle(text), clear: () => settle('') }
}
