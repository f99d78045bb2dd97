'use client'

import { useEffect, useRef, useState } from 'react'

const pauseMs = 200
const preparedMs = 60

/**
 * The text in the search field: the reader's while they type, the address's otherwise. It is committed after a pause,
 * and follows the address when Back or a link changes that.
 * @param prepare is told a text that is likely to be committed soon
 */
export function useSearchText(
  committed: string,
  commit: (text: string) => void,
  prepare: (text: string) => void,
) {
  const [text, setText] = useState(committed)
  const [typing, setTyping] = useState(false)
  const [followed, setFollowed] = useState(committed)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const early = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  if (committed !== followed) {
    setFollowed(committed)
    // Someone still typing is ahead of their own last commit: its echo must not take letters away.
    if (!typing && committed !== text.trim()) setText(committed)
  }

  const stop = () => {
    clearTimeout(timer.current)
    clearTimeout(early.current)
  }
  useEffect(() => stop, [])

  const settle = (next: string) => {
    stop()
    setTyping(false)
    if (next.trim() !== committed) commit(next.trim())
  }
  const change = (next: string) => {
    setText(next)
    setTyping(true)
    stop()
    timer.current = setTimeout(() => settle(next), pauseMs)
    early.current = setTimeout(() => {
      if (next.trim() !== committed) prepare(next.trim())
    }, preparedMs)
  }
  const adopted = useRef(false)
  /** Takes over what was typed into the field before scripts ran: drawing it a second time would wipe that out. */
  const adoptInput = (input: HTMLInputElement | null) => {
    if (!input || adopted.current) return
    adopted.current = true
    if (input.value !== text) change(input.value)
  }
  const clear = () => {
    setText('')
    settle('')
  }
  return { text, change, takeOver: adoptInput, commitNow: () => settle(text), clear }
}
