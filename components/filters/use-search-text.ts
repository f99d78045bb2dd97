'use client'

import { useEffect, useRef, useState } from 'react'

const pauseMs = 200

/**
 * The text in the search field: the reader's while they type, the address's otherwise. It is committed after a pause,
 * and follows the address when Back or a link changes that.
 */
export function useSearchText(committed: string, commit: (text: string) => void) {
  const [text, setText] = useState(committed)
  const [typing, setTyping] = useState(false)
  const [followed, setFollowed] = useState(committed)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  if (committed !== followed) {
    setFollowed(committed)
    // Someone still typing is ahead of their own last commit: its echo must not take letters away.
    if (!typing && committed !== text.trim()) setText(committed)
  }

  useEffect(() => () => clearTimeout(timer.current), [])

  const settle = (next: string) => {
    clearTimeout(timer.current)
    setTyping(false)
    if (next.trim() !== committed) commit(next.trim())
  }
  const change = (next: string) => {
    setText(next)
    setTyping(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => settle(next), pauseMs)
  }
  const clear = () => {
    setText('')
    settle('')
  }
  return { text, change, commitNow: () => settle(text), clear }
}
