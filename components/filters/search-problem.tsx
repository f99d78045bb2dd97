'use client'

import type { ReactNode } from 'react'
import { CircleAlert } from '@/components/ui/icons'
import { queryProblems } from '@/lib/domain/query-problems'
import { parseWords } from '@/lib/domain/word-query'

type Props = {
  q: string
  /** What stands there where the search can be read. */
  children: ReactNode
}

/** Says why a search cannot be read: it finds nobody, as what is left of it could find anybody. */
export function SearchProblem({ q, children }: Props) {
  const { problem } = parseWords(q)
  if (problem === null) return children
  return (
    <section role="status" className="mx-auto max-w-prose px-5 py-10 text-center">
      <CircleAlert aria-hidden className="mx-auto mb-2 size-5 text-muted" />
      <h2 className="font-medium">This search can’t be read</h2>
      <p className="text-muted">{queryProblems[problem]}</p>
    </section>
  )
}
