'use client'

import { VoteForm } from '@/components/guest/vote-form'
import { getGuestName } from '@/components/guest/guest-name'
import { Timeline } from '@/components/timeline/timeline'
import type { GuestPerson, OpenGuestLink } from '@/lib/contracts/guest'

type Props = {
  token: string
  link: OpenGuestLink
  person: GuestPerson
  terms: readonly string[]
  guestName: string
  onName: (name: string) => void
}

/** What opens under a person: where a guest says what they think, and the career. */
export function GuestPanel({ token, link, person, terms, guestName, onName }: Props) {
  const { fields, month, careerFrom, mayRespond } = link
  const called = getGuestName(person)
  // Without the message nothing is said of it: "they left none" would be a guess.
  const isTopChoice = fields.message ? person.isTopChoice : null
  return (
    <>
      {mayRespond ? (
        <VoteForm token={token} person={person} called={called} guestName={guestName} onName={onName} />
      ) : null}
      <Timeline
        candidate={{ ...person, fullName: called, isTopChoice }}
        asOf={person.asOf ?? month}
        zoom={10}
        earliest={careerFrom}
        terms={terms}
        actions={null}
      />
    </>
  )
}
