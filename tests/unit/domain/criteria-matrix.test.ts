import { expect, test } from 'vitest'
import type { Criterion } from '@/lib/contracts/criteria'
import { matrixColumns, matrixLine, ruleInWords, splitMatrix } from '@/lib/domain/criteria-matrix'

const criterion = (id: string, rest: Partial<Criterion> = {}): Criterion => ({
  ...{ id, need: 'must', name: id, kind: 'words', words: id, minYears: null },
  ...rest,
})

test('what people must have comes first, each numbered as it stands', () => {
  const columns = matrixColumns([criterion('a'), criterion('b', { need: 'nice' }), criterion('c')])
  expect(columns.map(({ id, number }) => [id, number])).toEqual([
    ['a', 1],
    ['c', 2],
    ['b', 3],
  ])
})

test('more criteria than fit on paper take another table of about the same width, and none is lost', () => {
  for (let count = 1; count <= 30; count += 1) {
    const columns = matrixColumns(Array.from({ length: count }, (_, at) => criterion(`c${at}`)))
    const tables = splitMatrix(columns)
    expect(tables.flat()).toEqual(columns)
    const widths = tables.map(({ length }) => length)
    expect(Math.max(...widths)).toBeLessThanOrEqual(12)
    expect(Math.min(...widths)).toBeGreaterThan(0)
  }
  expect(splitMatrix([])).toEqual([])
})

test('rules are said in words', () => {
  const said = [
    criterion('k8s OR kubernetes'),
    criterion('manager', { kind: 'title', minYears: 1 }),
    criterion('manager', { kind: 'title', minYears: 3 }),
    criterion('MSc', { kind: 'education' }),
    criterion('Germany', { kind: 'country' }),
  ].map(ruleInWords)
  expect(said).toEqual([
    'Words: k8s OR kubernetes',
    'A title with manager, at least 1 year',
    'A title with manager, at least 3 years',
    'Education with MSc',
    'Lives in Germany',
  ])
})

test('the line of a person counts each kind by itself, a person’s word included', () => {
  const columns = matrixColumns([criterion('a'), criterion('b'), criterion('c', { need: 'nice' })])
  const cells = new Map([
    ['a', { met: true, overruled: null }],
    ['b', { met: false, overruled: { by: 'Bo', reason: 'Not led' } }],
    ['c', { met: true, overruled: null }],
  ])
  expect(matrixLine({ mark: {} }, columns, cells)).toBe('1 of 2 must · 1 of 1 nice')
})
