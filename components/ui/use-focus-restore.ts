'use client'

import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * A button that goes away with what it stood in leaves the focus nowhere, and the next Tab at the top of the page. While
 * the focus is inside a region whose content goes, it is given to what comes instead.
 * @param fallback what takes the focus then; null while it is not here, and the region takes it
 * @returns props of the region
 */
export function useFocusRestore(region: RefObject<HTMLElement | null>, fallback: () => HTMLElement | null) {
  const inside = useRef(false)
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (!inside.current || (activeElement !== body && activeElement !== region.current)) return
    const next = fallback() ?? region.current
    if (next === null || next === activeElement) return
    // The region itself only keeps it until something better is here.
    inside.current = next === region.current
    next.focus({ preventScroll: true })
  })
  return {
    onFocus: () => {
      inside.current = true
    },
    onBlur: (event: FocusEvent) => {
      // Going away takes the focus to nothing; a reader takes it to something.
      if (event.relatedTarget !== null && !region.current?.contains(event.relatedTarget))
        inside.current = false
    },
  }
}
