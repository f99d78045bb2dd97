'use client'

import { createContext, use } from 'react'

/** The job that is pointed at, in the drawing or in the list: its place in the provider's order. */
type Marking = { marked: number | null; mark: (job: number | null) => void }

export const MarkContext = createContext<Marking>({ marked: null, mark: () => undefined })

/** Handlers that mark a job while it is pointed at or holds the focus. */
export function useMark(job: number) {
  const { marked, mark } = use(MarkContext)
  return {
    marked: marked === job,
    handlers: {
      onPointerEnter: () => mark(job),
      onPointerLeave: () => mark(null),
      onFocus: () => mark(job),
      onBlur: () => mark(null),
    },
  }
}
