'use client'

import { DecisionBadge } from '@/components/shared/decision-badge'
import { Bdi } from '@/components/shared/text'
import { useFormats } from '@/components/shared/use-formats'
import { Link } from '@/components/ui/link'
import type { OpinionPerson, SecondOpinionDetail } from '@/lib/contracts/second-opinion'
import { candidatePath, type JobRef } from '@/lib/url/paths'

const maxShown = 50

type Props = { jobRef: JobRef; detail: SecondOpinionDetail }
type ListProps = {
  jobRef: JobRef
  id: string
  title: string
  people: readonly OpinionPerson[]
  detail: SecondOpinionDetail
}

function PeopleList({ jobRef, id, title, people, detail }: ListProps) {
  const { number } = useFormats()
  const { asker, colleague, mine } = detail.opinion
  if (people.length === 0) return null
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="font-semibold">
        {title} <span className="font-normal text-muted">{number(people.length)}</span>
      </h2>
      <ul className="rounded-panel border border-line bg-panel">
        {people.slice(0, maxShown).map((person) => (
          <li
            key={person.applicationId}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-2 last:border-b-0"
          >
            <Link
              href={candidatePath(jobRef, person.applicationId)}
              className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere hover:underline"
            >
              <Bdi>{person.name}</Bdi>
            </Link>
            {person.asker === null ? null : (
              <span className="inline-flex items-center gap-1.5 text-note text-muted">
                {mine === 'asker' ? 'You' : <Bdi>{asker.name}</Bdi>} <DecisionBadge decision={person.asker} />
              </span>
            )}
            {person.colleague === null ? null : (
              <span className="inline-flex items-center gap-1.5 text-note text-muted">
                {mine === 'colleague' ? 'You' : <Bdi>{colleague.name}</Bdi>}{' '}
                <DecisionBadge decision={person.colleague.decision} />
              </span>
            )}
            {person.colleague?.reason ? (
              <p dir="auto" className="w-full text-note wrap-anywhere whitespace-pre-line">
                {person.colleague.reason}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {people.length > maxShown ? (
        <p className="text-note text-muted">{number(people.length - maxShown)} more are not listed here.</p>
      ) : null}
    </section>
  )
}

/** The people it is about: those both differ on, those left to choose on, and those they agree on. */
export function OpinionPeople({ jobRef, detail }: Props) {
  const { opinion, items } = detail
  const both = items.filter(({ asker, colleague }) => asker !== null && colleague !== null)
  const chosen = ({ asker, colleague }: OpinionPerson) =>
    (opinion.mine === 'asker' ? asker : colleague) !== null
  const differ = both.filter(({ asker, colleague }) => asker !== colleague?.decision)
  const list = { jobRef, detail }
  return (
    <>
      <PeopleList {...list} id="differ" title="You differ on" people={differ} />
      <PeopleList
        {...list}
        id="open"
        title="You have not chosen on"
        people={items.filter((person) => !chosen(person))}
      />
      <PeopleList
        {...list}
        id="waiting"
        title="You chose, and your colleague has not"
        people={items.filter((person) => chosen(person) && !both.includes(person))}
      />
      <PeopleList
        {...list}
        id="agree"
        title="You agree on"
        people={both.filter((person) => !differ.includes(person))}
      />
    </>
  )
}
