'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Tells the style sheet how high a bar at the lower edge is, so that what floats over the page stands above it.
 * @param property the custom property that has the height in pixels while the bar is there
 * @returns the ref of the bar
 */
export function useReservedSpace<T extends HTMLElement>(
  property: '--floating-h' | '--below',
): RefObject<T | null> {
  const ref = useRef<T>(null)
  useLayoutEffect(() => {
    const { current } = ref
    if (!current) return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty(property, `${current.offsetHeight}px`))
    observer.observe(current)
    return () => {
      observer.disconnect()
      style.removeProperty(property)
    }
  }, [property])
  return ref
}
