import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { comparedFacts } from '@/components/guest/compare-facts'
import { GuestRow } from '@/components/guest/guest-row'
import type { PlainMark } from '@/lib/contracts/candidate'
import type { GuestPerson } from '@/lib/contracts/guest'
import { getShareField, shareFieldKeys } from '@/lib/contracts/share-fields'
import { careerAxis } from '@/lib/domain/career-axis'
import { applicant, month } from './people'

type Marks = NonNullable<GuestPerson['marks']>

/** What a link's guests read of each mark that a link may show. */
const shown: { [Name in PlainMark]?: { value: Marks[Name]; text: string } } = {}

const axis = careerAxis('all', month, null)
const toGuest = (marks?: Marks): GuestPerson => ({
  ...applicant([{ dates: '2024' }]),
  ...{ ref: 'ada', pseudonym: null, asOf: month, mine: null, ...(marks ? { marks } : {}) },
})

/** A row of a link, and the facts of somebody beside others, as they are read. */
function read(person: GuestPerson): string[] {
  const fields = { names: true, message: false, descriptions: true, profileLinks: false }
  const row = (
    <ul>
      <GuestRow
        {...{ person, axis, asOf: month, terms: [], open: false, chosen: false, mayChoose: true }}
        onToggle={() => undefined}
        onChoose={() => undefined}
        panel={() => null}
      />
    </ul>
  )
  const facts = comparedFacts([person], fields).map(({ name, of }) => (
    <section key={name}>{of(person, { asOf: month, axis, fields })}</section>
  ))
  return [row, <div key="facts">{facts}</div>].map((drawn) => {
    const { container, unmount } = render(drawn)
    const text = container.textContent ?? ''
    unmount()
    return text
  })
}

test('a guest reads the rating of somebody in a row and beside others', () => {
  for (const text of read(toGuest())) expect(text).toContain('Unrated')
})

test('and each mark that a link may show', () => {
  const marks = shareFieldKeys.flatMap((key) => getShareField(key).mark ?? [])
  expect(Object.keys(shown).sort()).toEqual([...marks].sort())
  for (const [name, { value, text }] of Object.entries(shown)) {
    for (const without of read(toGuest())) expect(without).not.toContain(text)
    for (const drawn of read(toGuest({ [name]: value }))) expect(drawn).toContain(text)
  }
})
