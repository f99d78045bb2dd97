'use client'

import { type KeyboardEvent, useRef } from 'react'

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
}

/**
 * Arrows, Home, End and Page keys among the elements marked `data-roving` of a list.
 * @param leave the reader went up from the first of them
 */
export function useRoving<T extends HTMLElement>(leave?: () => void) {
  const list = useRef<T>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-roving]') ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    const all = items()
    const at = all.findIndex((item) => item === document.activeElement)
    if (at === -1) return
    event.preventDefault()
    const next = step(at, all.length)
    if (next < 0) leave?.()
    else all[next]?.focus()
  }
  return { list, onKeyDown, focusFirst: () => items()[0]?.focus() }
}
