import { expect, test } from 'vitest'
import { jobFilters } from '@/components/filters/filter-source'
import { orderLabel, orderOf, ordersOf, orderText } from '@/components/filters/orders'

test('every order to choose from is the one its address means', () => {
  for (const { value, label } of ordersOf(
    jobFilters({ jobId: '41', account: null }, { hasApplied: true, hasEducation: true }),
  )) {
    expect(orderText(orderOf(value))).toBe(value)
    expect(orderLabel(orderOf(value))).toBe(label)
  }
})

test('an order that only a link has is told in words', () => {
  expect(orderLabel(orderOf('-name,years'))).toBe('Name Z to A, then least experience')
})
