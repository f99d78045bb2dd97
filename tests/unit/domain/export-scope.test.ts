import { expect, test } from 'vitest'
import { exportScopeText } from '@/lib/domain/export-scope'

const list = { stored: 412, total: 443, missing: 31, selected: false, filtered: true }
const write = (count: number) => count.toLocaleString('en')

test.each([
  [{ ...list, people: 81 }, '81 people match of 412 loaded, 31 not loaded'],
  [{ ...list, people: 1 }, '1 person matches of 412 loaded, 31 not loaded'],
  [{ ...list, people: 2, selected: true }, '2 people selected of 412 loaded, 31 not loaded'],
  [{ ...list, people: 412, filtered: false, missing: 0 }, 'All 412 people loaded'],
  [{ ...list, people: 412, filtered: false, missing: null }, 'All 412 people loaded, 31 not loaded'],
])('whom a file holds is said in words', (scope, text) => {
  expect(exportScopeText(scope, write)).toBe(text)
})
