'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'

const scrollKeys = new Set(['ArrowDown', 'PageDown', 'End', ' '])
const nearPixels = 600

/**
 * Calls `onReach` when a person scrolls near the end of the list: by wheel, touch, keys or the scroll bar. A scroll
 * that code causes (arriving, restoring, rows that grow) never counts, and each call needs a scroll of its own.
 * @param onReach false when the last rows are still on their way: then it is called again with the next ones
 * @param rows another value whenever rows have come
 */
export function useReaderReach(
  scroller: RefObject<HTMLDivElement | null>,
  onReach: () => boolean,
  rows: unknown,
) {
  const meant = useRef(false)

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const wheel = (event: WheelEvent) => {
      if (event.deltaY > 0) meant.current = true
    }
    const touch = () => {
      meant.current = true
    }
    const key = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input:not([type=checkbox]), textarea, [role=dialog]')
      if (scrollKeys.has(event.key) && !typing) meant.current = true
    }
    const press = (event: PointerEvent) => {
      // On the scroll bar: the scroller itself, right of or below its content.
      const onBar = event.target === element && event.offsetX >= element.clientWidth
      if (onBar) meant.current = true
    }
    const passive = { passive: true }
    element.addEventListener('wheel', wheel, passive)
    element.addEventListener('touchmove', touch, passive)
    element.addEventListener('keydown', key)
    element.addEventListener('pointerdown', press)
    return () => {
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('touchmove', touch)
      element.removeEventListener('keydown', key)
      element.removeEventListener('pointerdown', press)
    }
  }, [scroller])

  const reach = useCallback(() => {
    const element = scroller.current
    if (!element || !meant.current) return
    if (element.scrollHeight - element.scrollTop - element.clientHeight > nearPixels) return
    meant.current = !onReach()
  }, [scroller, onReach])
  useEffect(reach, [reach, rows])
  return reach
}
