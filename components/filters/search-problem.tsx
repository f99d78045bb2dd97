'use client'

import type { ReactNode } from 'react'
import { CircleAlert } from '@/components/ui/icons'
import { parseWords, type QueryProblem } from '@/lib/domain/word-query'

const details: Record<QueryProblem, string> = {
  quote: 'A quotation mark is still open. Close it, or take it out.',
  or: 'OR stands between two words. Add the word that is missing, or take OR out.',
  minus: 'A minus leaves out the word right behind it. Add the word, or put the minus in quotes.',
  long: 'These are too many words. Search for at most 40.',
}

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
      <p className="text-muted">{details[problem]}</p>
    </section>
  )
}
