import { expect, test } from 'vitest'
import { columns as drawn } from '@/components/candidate-table/columns'
import { absentColumns, columnIds, columns, defaultColumns, fixedColumns } from '@/lib/domain/columns'
import { defaultLayout, layoutToSearch, parseLayout } from '@/lib/url/layout'

test('every declared column is drawn, and has a key that an address can carry', () => {
  expect(drawn.map(({ id }) => id)).toEqual(columns.map(({ key }) => key))
  for (const { key } of columns) expect(key).toMatch(/^[a-z]+$/)
  expect([...fixedColumns, ...columnIds].sort()).toEqual(columns.map(({ key }) => key).sort())
})

test('a saved layout may name any column that a reader can move, and nothing else', () => {
  for (const id of columnIds) {
    const layout = { ...defaultLayout, columns: [id] }
    expect(parseLayout(layoutToSearch(layout))).toEqual(layout)
  }
  expect(parseLayout('?columns=select,rating')?.columns).toEqual(['rating'])
  expect(layoutToSearch({ ...defaultLayout, columns: [...defaultColumns] })).toBe('')
})

test('a job has no column for what its provider does not state, or nobody asks for', () => {
  expect(absentColumns({ hasApplied: true, hasCriteria: false })).toEqual(['criteria'])
  expect(absentColumns({ hasApplied: false, hasCriteria: true })).toEqual(['applied'])
  expect(absentColumns({ hasApplied: true, hasCriteria: true })).toEqual([])
})
