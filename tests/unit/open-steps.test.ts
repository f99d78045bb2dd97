import { expect, test } from 'vitest'
import { openAfter } from '@/components/candidate-table/open-steps'

test('Back closes the one who was opened last, and nobody else', () => {
  expect(openAfter(['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b'])).toEqual(['a', 'b'])
  expect(openAfter(['a', 'b', 'c'], ['a', 'b', 'c'], [])).toEqual([])
})

test('whoever was closed by hand stays closed', () => {
  expect(openAfter(['b'], ['a', 'b'], ['a'])).toEqual([])
  expect(openAfter(['a'], ['a', 'b'], ['a'])).toEqual(['a'])
})

test('someone a link opened stays open over every step', () => {
  expect(openAfter(['link', 'a'], ['a'], [])).toEqual(['link'])
})

test('Forward opens them again, and a jump to another branch closes what only the old one had', () => {
  expect(openAfter([], [], ['a', 'b'])).toEqual(['a', 'b'])
  expect(openAfter(['a', 'b'], ['a', 'b'], ['a', 'c'])).toEqual(['a', 'c'])
})
