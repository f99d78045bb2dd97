'use client'

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { candidatePath, jobPath, type JobRef } from '@/lib/url/paths'

export type OpenRows = {
  ids: readonly string[]
  toggle: (applicationId: string) => void
  open: (applicationId: string) => void
  /** Replaces them all without touching the address: it is already right when they come back with it. */
  restore: (applicationIds: readonly string[]) => void
}

// Not a navigation: the same page goes on, only its address names another person. The query belongs to nuqs, which may
// have a change under way, so it is carried over as it stands.
function showInAddress(ref: JobRef, applicationId: string | undefined) {
  const path = applicationId === undefined ? jobPath(ref) : candidatePath(ref, applicationId)
  const pathname = path.split('?', 1)[0] ?? path
  window.history.replaceState(null, '', pathname + window.location.search)
}

/** Which people are open, in the order they were opened. The address names the last one. */
export function useOpenRows(ref: JobRef, initial: string | null): OpenRows {
  const [ids, setIds] = useState<readonly string[]>(initial === null ? [] : [initial])
  // Rows keep one and the same handler for their whole life, so opening one does not draw the others again.
  const latest = useRef(ids)
  useLayoutEffect(() => {
    latest.current = ids
  }, [ids])

  const change = useCallback(
    (next: readonly string[]) => {
      setIds(next)
      showInAddress(ref, next.at(-1))
    },
    [ref],
  )
  const open = useCallback(
    (id: string) => change([...latest.current.filter((other) => other !== id), id]),
    [change],
  )
  const toggle = useCallback(
    (id: string) => {
      if (latest.current.includes(id)) change(latest.current.filter((other) => other !== id))
      else open(id)
    },
    [change, open],
  )
  return useMemo(() => ({ ids, toggle, open, restore: setIds }), [ids, toggle, open])
}
