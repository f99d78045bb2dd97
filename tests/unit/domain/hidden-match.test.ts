import { expect, test } from 'vitest'
import { hiddenMatch } from '@/lib/domain/hidden-match'
import { searchTerms } from '@/lib/domain/search'
import { applicant } from '../../components/people'

const person = applicant(
  [
    { title: 'Head gardener', company: 'Fernhill', dates: '2/2024 - Present', description: 'Roses' },
    {
      title: 'Apprentice',
      company: 'Mossgrove',
      dates: '3/2019 - 5/2020',
      description: 'Topiary and élagage',
    },
    { title: 'Florist', company: 'Ashby', dates: null },
  ],
  { headline: 'Gardens that last', location: 'Porto, Portugal', topChoiceMessage: 'I love your orchard' },
)
const found = (q: string) => hiddenMatch(person, searchTerms(q))

test('what the row shows needs no mention', () => {
  expect(found('')).toBeNull()
  expect(found('quillfeather')).toBeNull()
  expect(found('head FERNHILL porto last')).toBeNull()
})

test('a match in an earlier job is named with the year the job began', () => {
  expect(found('elagage')).toEqual({ where: 'description', year: 2019 })
  expect(found('mossgrove')).toEqual({ where: 'company', year: 2019 })
  expect(found('apprentice')).toEqual({ where: 'title', year: 2019 })
})

test('a match in the description of the job held now is out of sight too', () => {
  expect(found('roses')).toEqual({ where: 'description', year: 2024 })
})

test('a job without readable dates has no year', () => {
  expect(found('florist')).toEqual({ where: 'title', year: null })
})

test('a match in the message is named', () => {
  expect(found('orchard')).toEqual({ where: 'message', year: null })
})

test('of several terms the one that is out of sight is named', () => {
  expect(found('porto topiary')).toEqual({ where: 'description', year: 2019 })
})
