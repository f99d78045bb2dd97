'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'

/**
 * Stands below the list, in sight wherever the reader is in it. The list reserves its height, so that it covers no row
 * and moves none. In the document it stays where it belongs: the keyboard reaches it right after the buttons it is about.
 */
export function BelowList({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    const pane = element?.closest<HTMLElement>('[data-list-pane]')
    if (!element || !pane) return
    const reserveSpace = () => pane.style.setProperty('--below', `${element.offsetHeight}px`)
    reserveSpace()
    const observer = new ResizeObserver(reserveSpace)
    observer.observe(element)
    return () => {
      observer.disconnect()
      pane.style.removeProperty('--below')
    }
  }, [])
  return (
    <div
      ref={box}
      className="fixed inset-x-0 bottom-0 max-h-1/2 overflow-y-auto border-t border-line bg-panel px-5 py-2.5 empty:hidden max-sm:px-4"
    >
      {children}
    </div>
  )
}
