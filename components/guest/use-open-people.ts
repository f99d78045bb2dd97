'use client'

import { useCallback, useState } from 'react'

/** The people whose rows are open, by their key of a link. */
export function useOpenPeople() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const onToggle = useCallback(
    (ref: string) =>
      setOpen((before) => {
        const next = new Set(before)
        if (!next.delete(ref)) next.add(ref)
        return next
      }),
    [],
  )
  return { open, onToggle }
}
