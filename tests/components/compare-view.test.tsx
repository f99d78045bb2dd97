import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CompareView } from '@/components/guest/compare-view'
import type { Education } from '@/lib/contracts/candidate'
import type { GuestPerson } from '@/lib/contracts/guest'
import { careerAxis } from '@/lib/domain/career-axis'
import { applicant, month } from './people'

const guest = (ref: string, education: Education[]): GuestPerson => ({
  ...applicant([{ dates: '2024' }], { fullName: ref, education }),
  ...{ ref, pseudonym: null, asOf: month, mine: null },
})
const fields = { names: true, message: false, descriptions: true, profileLinks: false }

const compare = (...people: GuestPerson[]) =>
  render(
    <CompareView
      people={people}
      fields={fields}
      asOf={month}
      axis={careerAxis('all', month, null)}
      onDrop={() => undefined}
      onBack={() => undefined}
    />,
  )

const studied = [{ school: 'Hortus School', degree: 'MSc', field: 'Botany', dateRange: '2016 - 2018' }]

test('what people learned is compared like everything else', () => {
  compare(guest('Ada', studied), guest('Bo', []))
  const [ada, bo] = screen.getAllByRole('article').map((card) => {
    const term = within(card).getByText('Education')
    return term.parentElement?.textContent
  })
  expect(ada).toBe('EducationMScBotany · Hortus School · 2016 - 2018')
  expect(bo).toBe('EducationNot known')
})

test('where nobody’s education is known, nothing is said of it', () => {
  compare(guest('Ada', []), guest('Bo', []))
  expect(screen.queryByText('Education')).toBeNull()
})
