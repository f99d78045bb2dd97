'use client'

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { candidatePath, jobPath, type JobRef } from '@/lib/url/paths'
import { openAfter, pushStep, readSteps, replaceStep } from './open-steps'
import { panelId, toggleId } from './toggle-id'

export type OpenRows = {
  ids: readonly string[]
  toggle: (applicationId: string) => void
  open: (applicationId: string) => void
  /** Replaces them all without touching the address: it is already right when they come back with it. */
  restore: (applicationIds: readonly string[]) => void
}

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

/**
 * Which people are open, in the order they were opened. The address names the last one. Opening somebody is a step of the
 * browser's history, which Back undoes; closing the one who was opened last takes that step back.
 */
export function useOpenRows(ref: JobRef, initial: string | null): OpenRows {
  const [ids, setIds] = useState<readonly string[]>(initial === null ? [] : [initial])
  // Rows keep one and the same handler for their whole life, so opening one does not draw the others again.
  const latest = useRef(ids)
  const steps = useRef<readonly string[]>([])
  // A step that is being taken back: the browser does so later, and what is opened meanwhile has to wait for it.
  const returning = useRef<{ then: (() => void)[] } | null>(null)

  const put = useCallback((next: readonly string[]) => {
    latest.current = next
    setIds(next)
  }, [])

  const inTurn = useCallback((work: () => void) => {
    if (returning.current) returning.current.then.push(work)
    else work()
  }, [])

  useLayoutEffect(() => {
    steps.current = readSteps() ?? []
  }, [])

  useEffect(() => {
    const onPopState = () => {
      // An entry that a filter made, and nobody was opened from, has the steps of the one before it.
      const to = readSteps() ?? steps.current
      const next = openAfter(latest.current, steps.current, to)
      steps.current = to
      leavePanels(latest.current.filter((id) => !next.includes(id)))
      put(next)
      const path = buildPath(ref, next.at(-1))
      const ours = window.location.pathname.startsWith(buildPath(ref, undefined))
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
      put([...latest.current.filter((other) => other !== id), id])
      inTurn(() => {
        steps.current = [...steps.current, id]
        pushStep(buildPath(ref, id), steps.current)
      })
    },
    [put, inTurn, ref],
  )
  const close = useCallback(
    (id: string) => {
      put(latest.current.filter((other) => other !== id))
      inTurn(() => {
        if (steps.current.at(-1) === id && readSteps()?.at(-1) === id) {
          returning.current = { then: [] }
          window.history.back()
        } else {
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
  return useMemo(() => ({ ids, toggle, open, restore: put }), [ids, toggle, open, put])
}
