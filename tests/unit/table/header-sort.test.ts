import { expect, test } from 'vitest'
import { findRule, sortAfterPress } from '@/components/candidate-table/header-sort'
import type { SortRule } from '@/lib/contracts/view'
import { getColumn } from '@/lib/domain/columns'

const press = (sort: readonly SortRule[], key: string, several = false) =>
  sortAfterPress(sort, getColumn(key), several)
const up = (key: SortRule['key']): SortRule => ({ key, descending: false })
const down = (key: SortRule['key']): SortRule => ({ key, descending: true })

test('a header sorts by its column, turns round, and lets go again', () => {
  expect(press([], 'name')).toEqual([up('name')])
  expect(press([up('name')], 'name')).toEqual([down('name')])
  expect(press([down('name')], 'name')).toEqual([])
})

test('a column that is read from its newest begins there', () => {
  expect(press([], 'applied')).toEqual([down('applied')])
  expect(press([down('applied')], 'applied')).toEqual([up('applied')])
  expect(press([up('applied')], 'applied')).toEqual([])
})

test('without Shift one column takes the place of all others', () => {
  expect(press([up('rating'), up('name')], 'years')).toEqual([up('years')])
})

test('with Shift a column joins the others, turns round in its place, and leaves it', () => {
  const sort = [up('rating'), down('position')]
  expect(press(sort, 'name', true)).toEqual([...sort, up('name')])
  expect(press([up('rating'), up('name')], 'rating', true)).toEqual([down('rating'), up('name')])
  expect(press([down('rating'), up('name')], 'rating', true)).toEqual([up('name')])
})

test('a column that nothing sorts by changes nothing', () => {
  expect(press([up('name')], 'career')).toEqual([up('name')])
  expect(findRule([up('name')], getColumn('career'))).toBeUndefined()
})
