'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Erasure, PersonRef } from '@/lib/contracts/privacy'
import { toProblem } from '@/lib/query/http'
import { personQuery, privacyCalls } from '@/lib/query/privacy'
import { countWords } from './count-words'
import { FoundPerson } from './found-person'
import { PersonForm } from './person-form'

type Props = {
  /** Labels, the default one first. */
  accounts: string[]
  /** Whom the address names. */
  initial: PersonRef | null
}

const erasedWords = ({ erased, sharedIdentifier }: Erasure) =>
  erased.applications === 0
    ? 'Nobody is stored under this. If they apply later, they arrive erased.'
    : `Erased for good: ${countWords(erased)}. A later fetch does not bring them back.${
        sharedIdentifier
          ? ' Others go by the same identifier under different names: they stay, and in another job this person would be stored again.'
          : ''
      }`

/** Answers what somebody asks about their own data: what there is, as a file, or gone. */
export function PersonRequests({ accounts, initial }: Props) {
  const [person, setPerson] = useState(initial)
  const [erasure, setErasure] = useState<Erasure | null>(null)
  const { data, error, isFetching, refetch } = useQuery(personQuery(person, privacyCalls.lookUp))
  const find = (wanted: PersonRef) => {
    setErasure(null)
    if (JSON.stringify(wanted) === JSON.stringify(person)) void refetch()
    else setPerson(wanted)
  }
  const problem = error && toProblem(error)
  return (
    <section aria-labelledby="requests" className="flex flex-col gap-3">
      <h2 id="requests" className="font-semibold">
        Data requests
      </h2>
      <p className="-mt-1 max-w-prose text-muted">
        Find them, check that it is them, then hand them a file of everything or erase it. It is logged
        without the person’s name.
      </p>
      <PersonForm accounts={accounts} initial={initial} busy={isFetching} onFind={find} />
      {problem ? (
        <p role="alert" className="text-note text-danger">
          {problem.title}. {problem.detail}
        </p>
      ) : null}
      {erasure ? (
        <p role="status" className="flex items-start gap-1.5 text-note text-good">
          <CircleCheck aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          {erasedWords(erasure)}
        </p>
      ) : null}
      {person && data && !erasure ? (
        <FoundPerson
          key={JSON.stringify(person)}
          person={person}
          found={data}
          accounts={accounts}
          onErased={setErasure}
        />
      ) : null}
    </section>
  )
}
