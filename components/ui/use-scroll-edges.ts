'use client'

import { type RefObject, useEffect } from 'react'

/** Pixels that may be out of sight unsaid: the space at the end of a row holds nothing to read. */
const slack = 12

/**
 * Marks a scroller with `data-more-before` and `data-more-after` while some of it is out of sight to that side, so that
 * its styles can show it: bars that scroll are hidden on many systems. Written to the element, since a scroll must not
 * draw the page again.
 */
export function useScrollEdges(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const update = () => {
      // Less than nothing where the text runs from right to left.
      const passed = Math.abs(element.scrollLeft)
      element.toggleAttribute('data-more-before', passed > slack)
      const ahead = element.scrollWidth - element.clientWidth - passed
      element.toggleAttribute('data-more-after', ahead > slack)
    }
    update()
    const observer = new ResizeObserver(update)
    for (const each of [element, ...element.children]) observer.observe(each)
    element.addEventListener('scroll', update, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', update)
    }
  }, [scroller])
}
