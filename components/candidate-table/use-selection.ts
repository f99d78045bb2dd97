'use client'

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'

export type Selection = {
  ids: ReadonlySet<string>
  /** @returns who is selected then */
  select: (applicationId: string, through: boolean) => ReadonlySet<string>
  /** Replaces what is selected. @param whole the query string of the view that shows these and nobody else */
  set: (applicationIds: Iterable<string>, whole?: string) => void
  /** The query string of the view whose every person is selected, in the browser or not; null for a choice of people. */
  whole: string | null
  clear: () => void
}

/**
 * Who is selected, by application, whether their rows are in the browser or not.
 * @param keys the rows at hand, in order: Shift takes in what lies between two of them
 */
export function useSelection(keys: readonly string[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [whole, setWhole] = useState<string | null>(null)
  const anchor = useRef<string | null>(null)
  // Rows keep one and the same handler for their whole life.
  const latest = useRef(keys)
  const chosen = useRef(ids)
  useLayoutEffect(() => {
    latest.current = keys
    chosen.current = ids
  }, [keys, ids])

  const select = useCallback((id: string, through: boolean) => {
    const from = anchor.current === null ? -1 : latest.current.indexOf(anchor.current)
    const to = latest.current.indexOf(id)
    anchor.current = id
    const next = new Set(chosen.current)
    if (through && from !== -1 && to !== -1) {
      for (const key of latest.current.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(key)
    } else if (!next.delete(id)) {
      next.add(id)
    }
    chosen.current = next
    setIds(next)
    setWhole(null)
    return next
  }, [])
  const set = useCallback((next: Iterable<string>, every?: string) => {
    setIds(new Set(next))
    setWhole(every ?? null)
  }, [])
  const clear = useCallback(() => {
    anchor.current = null
    setIds(new Set())
    setWhole(null)
  }, [])
  return useMemo(() => ({ ids, whole, select, set, clear }), [ids, whole, select, set, clear])
}
