import { expect, test } from 'vitest'
import { compareRates } from '@/lib/domain/selection-rates'

test('the example of the uniform guidelines: 48 of 80 and 12 of 40', () => {
  const [a, b] = compareRates([
    { name: 'A', applicants: 80, selected: 48 },
    { name: 'B', applicants: 40, selected: 12 },
  ])
  expect(a!.rate).toMatchObject({ share: 0.6, ratio: 1, below: false })
  expect(b!.rate).toMatchObject({ share: 0.3, ratio: 0.5, below: true })
})

test('exactly four fifths is not below four fifths', () => {
  const [, b] = compareRates([
    { name: 'A', applicants: 30, selected: 10 },
    { name: 'B', applicants: 30, selected: 8 },
  ])
  expect(b!.rate).toMatchObject({ below: false })
})

test('small groups are left out, and are no yardstick for others', () => {
  const rates = compareRates([
    { name: 'A', applicants: 100, selected: 20 },
    { name: 'B', applicants: 9, selected: 9 },
    { name: 'C', applicants: 10, selected: 1 },
  ])
  expect(rates.map(({ rate }) => rate?.ratio ?? null)).toEqual([1, null, 0.5])
})

test('one group alone is compared with nothing; where nobody is selected nobody is behind', () => {
  expect(compareRates([{ name: 'A', applicants: 50, selected: 5 }])[0]!.rate).toBeNull()
  const none = compareRates([
    { name: 'A', applicants: 50, selected: 0 },
    { name: 'B', applicants: 50, selected: 0 },
  ])
  expect(none.map(({ rate }) => rate?.below)).toEqual([false, false])
})
