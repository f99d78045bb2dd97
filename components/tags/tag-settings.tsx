'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemNote } from '@/components/ui/problem-note'
import { toProblem } from '@/lib/query/http'
import { noteCalls, tagsQuery } from '@/lib/query/notes'
import { TagRow } from './tag-row'

/** The team's tags: their names, colours and how many people carry each. */
export function TagSettings() {
  const { data, error } = useQuery({ ...tagsQuery(noteCalls.tags), refetchOnWindowFocus: false })
  if (data) {
    const { items } = data
    if (items.length === 0) {
      return (
        <p className="text-muted">
          No tags yet. Add the first one to a person: open them in a job and type into “Add a tag”.
        </p>
      )
    }
    return (
      <ul
        aria-label="Tags"
        className="max-w-3xl divide-y divide-line rounded-panel border border-line bg-panel"
      >
        {items.map((tag) => (
          <TagRow key={tag.id} tag={tag} tags={items} />
        ))}
      </ul>
    )
  }
  if (!error) return null
  const { title, detail } = toProblem(error)
  return <ProblemNote title={title}>{detail}</ProblemNote>
}
