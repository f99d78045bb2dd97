import { expect, test } from 'vitest'
import { jobFilters } from '@/components/filters/filter-source'
import { listOrders, parseOrder } from '@/components/filters/orders'
import { orderLabel, writeOrder } from '@/lib/url/view-words'

const source = jobFilters(
  { jobId: '41', account: null },
  { hasApplied: true, hasEducation: true, hasCriteria: true },
)

test('every order to choose from is the one its address means', () => {
  for (const { value, label } of listOrders(source, true)) {
    expect(writeOrder(parseOrder(value))).toBe(value)
    expect(orderLabel(parseOrder(value))).toBe(label)
  }
})

test('the order by fit to a search is offered only while there is one', () => {
  const offered = (searching: boolean) => listOrders(source, searching).map(({ label }) => label)
  expect(offered(true)).toContain('Best match for the search')
  expect(offered(false)).not.toContain('Best match for the search')
  expect(offered(false)).toEqual(
    expect.arrayContaining([
      'Top choice first',
      'Decision, shortlisted first',
      'Guest votes, most in favour first',
    ]),
  )
})

test('an order that only a link has is told in words', () => {
  expect(orderLabel(parseOrder('-name,years'))).toBe('Name Z to A, then least experience')
})
