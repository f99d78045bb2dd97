'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAddress } from '@/components/shared/use-address'
import { useFormats } from '@/components/shared/use-formats'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import type { StoredPeoplePage } from '@/lib/contracts/stored-people'
import { queryProblems } from '@/lib/domain/query-problems'
import { searchTerms } from '@/lib/domain/search'
import { toProblem } from '@/lib/query/http'
import { fetchStoredPeople, storedPeopleQuery } from '@/lib/query/stored-people'
import { normalizePeopleSearch, peopleParsers } from '@/lib/url/people'
import { PersonLine } from './person-line'
import { SearchForm } from './search-form'

/** How many people match, and of how many applications. */
function Counts({ page: { counts, problem }, q }: { page: StoredPeoplePage; q: string }) {
  const { number } = useFormats()
  const { matched, atLeast, stored } = counts
  const of = `${number(stored)} ${stored === 1 ? 'application' : 'applications'} stored`
  if (problem !== null) {
    return (
      <p role="status">
        <span className="font-medium">This search can’t be read.</span>{' '}
        <span className="text-muted">{queryProblems[problem]}</span>
      </p>
    )
  }
  const people = `${atLeast ? 'At least ' : ''}${number(matched)} ${matched === 1 ? 'person' : 'people'}`
  return (
    <p role="status" className="text-muted">
      {q === '' ? `${people}, newest first · ${of}` : `${people} found · ${of} · free`}
    </p>
  )
}

/** Searches everyone stored, and lists them: one line a person. */
export function PeopleSearch() {
  const [address, change] = useAddress(peopleParsers)
  const q = normalizePeopleSearch(address.q)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    {
      ...storedPeopleQuery(q, (cursor, signal) => fetchStoredPeople(q, cursor, signal)),
      placeholderData: keepPreviousData,
    },
  )
  const terms = useMemo(() => searchTerms(q), [q])
  const [first] = data?.pages ?? []
  const people = data?.pages.flatMap(({ items }) => items) ?? []
  const problem = error ? toProblem(error) : null
  return (
    <>
      <SearchForm key={q} q={q} onSearch={(text) => change({ q: text })} />
      {problem ? <ProblemNote title={problem.title}>{problem.detail}</ProblemNote> : null}
      {first ? <Counts page={first} q={q} /> : null}
      {people.length > 0 ? (
        <ul
          aria-label="People"
          aria-busy={isPlaceholderData}
          className="divide-y divide-line rounded-panel border border-line bg-panel"
        >
          {people.map((person) => {
            const [newest] = person.applications
            return newest ? (
              <PersonLine
                key={`${newest.account ?? ''} ${newest.jobId} ${newest.applicationId}`}
                {...{ person, terms }}
              />
            ) : null
          })}
        </ul>
      ) : first && first.problem === null ? (
        <p className="max-w-prose text-muted">
          {q === ''
            ? 'Nobody is stored yet. Open a job and load its applicants: from then on they are found here.'
            : 'Nobody stored matches. Try fewer words, OR between words that mean the same, or kuber* for every word that begins so.'}
        </p>
      ) : null}
      {hasNextPage ? (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more people
          </Button>
        </div>
      ) : null}
    </>
  )
}
