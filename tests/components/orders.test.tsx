import { expect, test } from 'vitest'
import { jobFilters } from '@/components/filters/filter-source'
import { orderLabel, parseOrder, listOrders, writeOrder } from '@/components/filters/orders'

test('every order to choose from is the one its address means', () => {
  for (const { value, label } of listOrders(
    jobFilters({ jobId: '41', account: null }, { hasApplied: true, hasEducation: true }),
  )) {
    expect(writeOrder(parseOrder(value))).toBe(value)
    expect(orderLabel(parseOrder(value))).toBe(label)
  }
})

test('an order that only a link has is told in words', () => {
  expect(orderLabel(parseOrder('-name,years'))).toBe('Name Z to A, then least experience')
})
