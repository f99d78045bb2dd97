import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { BookCover } from '@/components/print/book-cover'
import { PersonSheet } from '@/components/print/person-sheet'
import type { Candidate } from '@/lib/contracts/candidate'
import type { Criterion } from '@/lib/contracts/criteria'
import type { ExportProvenance } from '@/lib/contracts/export'
import { unreadablePerson } from '@/lib/domain/unreadable-person'

const asOf = { y: 2026, m: 4 }
const provenance: ExportProvenance = {
  job: { jobId: '41', label: 'SEO lead', account: 'main' },
  ...{ view: '', asOf: '2026-04-02T10:00:00.000Z', exportedBy: 'Olive Owner', people: 1, selected: false },
  ...{ stored: 1, total: 1, notLoaded: 0, decidedUnopened: 0, scope: 'All 1 person loaded', per: 'person' },
}
const criterion = (id: string, rest: Partial<Criterion>): Criterion => ({
  ...{ id, need: 'must', name: id, kind: 'words', words: id, minYears: null },
  ...rest,
})

test('the cover of a book has its scope and what the job asks for, musts first', () => {
  const criteria = [
    criterion('Fintech', { need: 'nice' }),
    criterion('Led', { kind: 'title', words: 'manager', minYears: 3 }),
  ]
  render(<BookCover {...{ provenance, criteria }} notes={false} />)
  expect(screen.getByText('All 1 person loaded')).toBeVisible()
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Led must · A title with manager, at least 3 years',
    'Fintech nice · Words: Fintech',
  ])
})

test('without criteria the cover names none', () => {
  render(<BookCover {...{ provenance }} criteria={[]} notes={false} />)
  expect(screen.queryByText('Criteria')).toBeNull()
})

test('a person in a book has how many criteria they meet, and which', () => {
  const candidate: Candidate = {
    ...unreadablePerson('ada'),
    ...{ unreadable: false, fullName: 'Ada Ash', position: 0, goneAt: null },
    firstSeenAt: '2026-04-02T10:00:00.000Z',
  }
  const counts = { must: 2, mustMet: 1, nice: 1, niceMet: 0 }
  const criteria = { each: [], met: ['Led'], notMet: ['SEO', 'Fintech'], overruled: [] }
  render(
    <PersonSheet
      item={{ candidate, mark: { criteria: counts }, criteria, notes: null, job: null }}
      asOf={asOf}
      axis={{ from: 24_000, to: 24_315 }}
    />,
  )
  const line = screen.getByText('Led').closest('p')
  expect(line).toHaveTextContent('Criteria: 1 of 2 must · 0 of 1 nice · Led')
})
