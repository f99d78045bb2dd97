'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAddress } from '@/components/shared/use-address'
import { useFormats } from '@/components/shared/use-formats'
import { Button } from '@/components/ui/button'
import { AnyProblem } from '@/components/ui/problem-note'
import type { StoredPeoplePage } from '@/lib/contracts/stored-people'
import { queryProblems } from '@/lib/domain/query-problems'
import { searchTerms } from '@/lib/domain/search'
import { toProblem } from '@/lib/query/http'
import { fetchStoredPeople, storedPeopleQuery } from '@/lib/query/stored-people'
import { peopleParsers, toPeopleQuery } from '@/lib/url/people'
import { CriteriaScope } from './criteria-scope'
import { PersonLine } from './person-line'
import { SearchForm } from './search-form'

/** How many people match, and of how many applications. */
function Counts({ page: { counts, problem }, all }: { page: StoredPeoplePage; all: boolean }) {
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
      {all ? `${people}, newest first · ${of}` : `${people} found · ${of} · free`}
    </p>
  )
}

/** Searches everyone stored, and lists them: one line a person. */
export function PeopleSearch() {
  const [address, change] = useAddress(peopleParsers)
  const query = useMemo(() => toPeopleQuery(address), [address])
  const { q } = query
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    {
      ...storedPeopleQuery(query, (cursor, signal) => fetchStoredPeople(query, cursor, signal)),
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
      <AnyProblem problem={problem} />
      {query.criteria && first?.criteria ? (
        <CriteriaScope
          jobRef={query.criteria}
          criteria={first.criteria}
          onRemove={() => change({ criteria: null, account: null })}
        />
      ) : null}
      {first ? <Counts page={first} all={q === '' && query.criteria === null} /> : null}
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
          {query.criteria !== null
            ? 'Nobody stored in another job meets every must. Fewer musts, or OR between words that mean the same, find more people.'
            : q === ''
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
