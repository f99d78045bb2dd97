'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { toggleId } from '@/components/candidate-table/toggle-id'

// The width from which the style sheet has a column for it.
const narrow = '(width < 80rem)'

const subscribe = (listener: () => void) => {
  const media = window.matchMedia(narrow)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

// What is read out, what tells of a decision and takes it back, and what closes the sheet.
const open = '[aria-live], [role=status], [data-backdrop], [data-notices]'

/** All that stands beside an element or beside what it stands in, but for what stays within reach. */
function elementsAround(element: HTMLElement): HTMLElement[] {
  const around: HTMLElement[] = []
  for (let inner = element; inner.parentElement && inner !== document.body; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) {
      const stays = other.matches(open) || other.querySelector(`:scope > :is(${open})`) !== null
      if (other !== inner && other instanceof HTMLElement && !stays) around.push(other)
    }
  }
  return around
}

/**
 * Makes the panel of a person a dialog where it covers the list: it takes the focus, nothing behind it can be reached, and
 * the person's row has the focus again once it is gone.
 * @returns whether it covers the list
 */
export function useSideSheet(box: RefObject<HTMLElement | null>, applicationId: string | null): boolean {
  const covers = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(narrow).matches,
    () => false,
  )
  const shown = useRef(applicationId)
  useEffect(() => {
    if (applicationId !== null) shown.current = applicationId
  }, [applicationId])
  const modal = covers && applicationId !== null
  useLayoutEffect(() => {
    const element = box.current
    if (!modal || !element) return
    const around = elementsAround(element)
    for (const other of around) other.inert = true
    if (!element.contains(document.activeElement)) element.focus({ preventScroll: true })
    return () => {
      for (const other of around) other.inert = false
      const { activeElement } = document
      if (activeElement !== document.body && !element.contains(activeElement)) return
      const row = shown.current === null ? null : document.getElementById(toggleId(shown.current))
      row?.focus({ preventScroll: true })
    }
  }, [box, modal])
  return modal
}
