'use client'

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { candidatePath, jobPath, type JobRef } from '@/lib/url/paths'
import { openAfter, pushStep, readSteps, replaceStep } from './open-steps'
import { panelId, toggleId } from './toggle-id'

export type OpenRows = {
  /** In the order in which they were opened; at most one beside the list. */
  ids: readonly string[]
  /** People open one at a time, in a panel. */
  beside: boolean
  close: (applicationId: string) => void
  toggle: (applicationId: string) => void
  open: (applicationId: string) => void
  /** Replaces them all without touching the address: it is already right when they come back with it. */
  restore: (applicationIds: readonly string[]) => void
}

/** @param applicationId undefined for the list, '' for what begins the path of each person */
function buildPath(ref: JobRef, applicationId: string | undefined): string {
  const path = applicationId === undefined ? jobPath(ref) : candidatePath(ref, applicationId)
  return path.split('?', 1)[0] ?? path
}

// A row that closes must not take the focus with it.
function leavePanels(closing: readonly string[]): void {
  for (const id of closing) {
    const panel = document.getElementById(panelId(id))
    if (panel?.contains(document.activeElement)) document.getElementById(toggleId(id))?.focus()
  }
}

// In the steps of a history: nobody was open then.
const nobody = ''

/** The person whom the address names; null for none, and for an address that somebody garbled. */
function readAddress(ref: JobRef): string | null {
  const start = buildPath(ref, nobody)
  const { pathname } = window.location
  if (!pathname.startsWith(start)) return null
  try {
    return decodeURIComponent(pathname.slice(start.length)) || null
  } catch {
    return null
  }
}

// Beside an open person the list has few columns: one of those that go may have had the focus.
function keepInRow(applicationId: string): void {
  const focused = document.activeElement
  if (focused?.closest('[data-col]')) document.getElementById(toggleId(applicationId))?.focus()
}

/**
 * Which people are open, in the order they were opened; beside the list one at a time. The address names the last one.
 * Opening somebody is a step of the browser's history, which Back undoes; closing the one who was opened last takes that
 * step back.
 */
export function useOpenRows(ref: JobRef, initial: string | null, beside: boolean): OpenRows {
  const [ids, setIds] = useState<readonly string[]>(initial === null ? [] : [initial])
  // Rows keep one and the same handler for their whole life, so opening one does not draw the others again.
  const latest = useRef(ids)
  const alone = useRef(beside)
  const steps = useRef<readonly string[]>([])
  // A step that is being taken back: the browser does so later, and what is opened meanwhile has to wait for it.
  const returning = useRef<{ then: (() => void)[] } | null>(null)

  const put = useCallback((next: readonly string[]) => {
    latest.current = alone.current ? next.slice(-1) : next
    setIds(latest.current)
  }, [])

  const inTurn = useCallback((work: () => void) => {
    if (returning.current) returning.current.then.push(work)
    else work()
  }, [])

  useLayoutEffect(() => {
    steps.current = readSteps() ?? []
  }, [])
  useLayoutEffect(() => {
    alone.current = beside
    if (latest.current.length > 1) put(latest.current)
  }, [beside, put])

  useEffect(() => {
    const onPopState = () => {
      // An entry that a filter made, and nobody was opened from, has the steps of the one before it.
      const to = readSteps() ?? steps.current
      const ours = window.location.pathname.startsWith(buildPath(ref, undefined))
      const named = ours ? readAddress(ref) : null
      const next = alone.current
        ? [named].filter((id) => id !== null)
        : openAfter(latest.current, steps.current, to).filter((id) => id !== nobody)
      steps.current = to
      leavePanels(latest.current.filter((id) => !next.includes(id)))
      put(next)
      const path = buildPath(ref, next.at(-1))
      // Somebody this entry names may have been closed since.
      if (ours && readSteps() && window.location.pathname !== path) replaceStep(path, to)
      const waiting = returning.current?.then ?? []
      returning.current = null
      for (const work of waiting) work()
    }
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [put, ref])

  const open = useCallback(
    (id: string) => {
      const first = latest.current.length === 0
      if (alone.current) keepInRow(id)
      put([...latest.current.filter((other) => other !== id), id])
      inTurn(() => {
        steps.current = [...steps.current, ...(alone.current && first ? [nobody] : []), id]
        pushStep(buildPath(ref, id), steps.current)
      })
    },
    [put, inTurn, ref],
  )
  const close = useCallback(
    (id: string) => {
      leavePanels([id])
      put(latest.current.filter((other) => other !== id))
      inTurn(() => {
        const isLast = steps.current.at(-1) === id && readSteps()?.at(-1) === id
        // One after the other, only the first was opened from the list.
        if (isLast && (!alone.current || steps.current.at(-2) === nobody)) {
          returning.current = { then: [] }
          window.history.back()
        } else {
          if (alone.current && isLast) steps.current = [...steps.current.slice(0, -1), nobody]
          replaceStep(buildPath(ref, latest.current.at(-1)), steps.current)
        }
      })
    },
    [put, inTurn, ref],
  )
  const toggle = useCallback(
    (id: string) => (latest.current.includes(id) ? close(id) : open(id)),
    [open, close],
  )
  return useMemo(
    () => ({ ids, beside, toggle, open, close, restore: put }),
    [ids, beside, toggle, open, close, put],
  )
}
